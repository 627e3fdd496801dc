import type { Probe } from '../config/types.ts';
import type { Authorisation, SignedRequest, SigningScope } from '../credentials/authorisation.ts';
import { type Redactor, redactor } from '../redaction/redactor.ts';
import { runtimeEndpoints } from './addresses.ts';
import { decodeText, readBody } from './body.ts';
import { type ConnectSettings, type Resolve, resolveHost } from './connect.ts';
import { TargetError, transportFailure } from './failure.ts';
import { headersToSend, receivedHeaders, shownHeaders } from './headers.ts';
import type { Observation, ObservedResponse, Phases } from './observation.ts';
import type { Progress } from './progress.ts';
import { type Hop, nextHop } from './redirects.ts';
import { type Answer, send } from './send.ts';
import type { TlsSettings } from './tls.ts';

/** One request to make. */
export interface RequestInput {
  readonly probe: Probe;
  readonly authorisation?: Authorisation;
  /** When it must have ended, epoch milliseconds, if that is before the probe's own timeout. */
  readonly deadlineMs?: number;
  readonly tls?: TlsSettings;
  /** Default: the system's resolver. */
  readonly resolve?: Resolve;
  /**
   * Leaves the answer's texts as they came: for a token endpoint, whose answer is a new secret. Nothing of it may be
   * logged, kept or shown before it was redacted.
   */
  readonly unredacted?: boolean;
  /** For whom to sign, where that is not whom the credential is configured for. */
  readonly signedFor?: SigningScope;
  /** `host:port` of this process's own runtime; default: what its environment names. */
  readonly runtimeEndpoints?: readonly string[];
}

/**
 * Makes a probe's request once, on fresh connections, and tells what came back.
 *
 * A refused, silent or hostile target is a result: time is bounded by the probe's timeout, memory by the bounds of
 * headers and body. This rejects only for a fault of the caller's, such as a header that HTTP does not allow.
 */
export async function request(input: RequestInput): Promise<Observation> {
  const { probe, authorisation } = input;
  const startedAt = Date.now();
  const start = performance.now();
  let redact = redactor(authorisation?.secrets ?? []);
  const redirects: string[] = [];
  let hop = firstHop(probe, authorisation);
  let firstSent = headersToSend(hop, probe, authorisation);
  const timeoutMs = Math.max(0, Math.min(probe.timeoutMs, (input.deadlineMs ?? Number.POSITIVE_INFINITY) - startedAt));
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  if (timeoutMs === 0) deadline.abort();
  const progress: Progress = { phase: 'connect', host: hop.url.host, spentMs: {}, timeoutMs, signal: deadline.signal };

  // What is made of the answer afterwards is no part of the exchange.
  let totalMs: number | undefined;
  const stopClock = () => {
    totalMs ??= performance.now() - start;
  };
  const observed = () => ({
    request: {
      method: probe.method,
      url: redact(probe.url),
      headers: shownHeaders(firstSent, authorisation, redact),
      credentialSent: carries(hop, authorisation),
    },
    startedAt,
    phases: rounded(progress.spentMs, totalMs ?? performance.now() - start),
    redirects,
    ...(progress.certificateExpiresAt !== undefined && { certificateExpiresAt: progress.certificateExpiresAt }),
  });

  try {
    for (;;) {
      const { headers, secrets } = await signed(hop, input);
      if (secrets.length > 0) redact = redactor([...(authorisation?.secrets ?? []), ...secrets]);
      if (redirects.length === 0) firstSent = headers;
      const answer = await send(hop, headers, settingsOf(hop, input), progress);
      try {
        const next =
          probe.maxRedirects === 0 ? undefined : nextHop(hop, answer.status, answer.headers.location, redact.finds);
        if (next === undefined) {
          const response = await readAnswer(answer, input.unredacted ? asItCame : redact, stopClock);
          return { ...observed(), response };
        }
        if (redirects.length === probe.maxRedirects) {
          throw new TargetError('redirects', `redirects more than ${probe.maxRedirects} times`);
        }
        redirects.push(redact(next.url.href));
        hop = next.atHome ? { ...next, url: withCredential(next.url, authorisation) } : next;
      } finally {
        answer.close();
      }
    }
  } catch (error) {
    const failure = transportFailure(error, progress);
    return { ...observed(), failure: { ...failure, message: redact(failure.message) } };
  } finally {
    clearTimeout(timer);
  }
}

const asItCame: Pick<Redactor, 'cut'> & ((text: string) => string) = Object.assign((text: string) => text, {
  cut: (text: string) => text,
});

function firstHop(probe: Probe, authorisation: Authorisation | undefined): Hop {
  const url = new URL(probe.url);
  url.username = '';
  url.password = '';
  url.hash = '';
  const { method, body } = probe;
  return { url: withCredential(url, authorisation), method, ...(body !== undefined && { body }), atHome: true };
}

/** Adds a credential that travels in the query; what is there already stays as it is written. */
function withCredential(url: URL, authorisation: Authorisation | undefined): URL {
  const added = new URL(url);
  for (const [name, value] of Object.entries(authorisation?.query ?? {})) {
    if (added.searchParams.has(name)) continue;
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    added.search = added.search === '' ? pair : `${added.search}&${pair}`;
  }
  return added;
}

/** The headers to send, with a signature over this one request where the credential signs. */
async function signed(hop: Hop, { probe, authorisation, signedFor }: RequestInput): Promise<SignedRequest> {
  const headers = headersToSend(hop, probe, authorisation);
  if (!hop.atHome || authorisation?.sign === undefined) return { headers, secrets: [] };
  const { method, url, body } = hop;
  return authorisation.sign({
    method,
    url,
    headers,
    ...(body !== undefined && { body }),
    ...(signedFor && { signedFor }),
  });
}

/** A certificate travels in the TLS handshake alone. */
function carries({ atHome, url }: Hop, authorisation: Authorisation | undefined): boolean {
  if (authorisation === undefined || !atHome) return false;
  return authorisation.clientCertificate === undefined || url.protocol === 'https:';
}

function settingsOf(
  { atHome }: Hop,
  { probe, authorisation, tls, resolve, runtimeEndpoints: own }: RequestInput,
): ConnectSettings {
  const { clientCertificate } = authorisation ?? {};
  return {
    rules: {
      allowPrivateNetwork: probe.allowPrivateNetwork,
      runtimeEndpoints: own ?? runtimeEndpoints(process.env),
    },
    resolve: resolve ?? resolveHost,
    tls: { ...tls, ...(atHome && clientCertificate && { clientCertificate }) },
  };
}

/** Reads the body. Without its end a refusal still says why it refuses; anything else is no answer, and this rejects. */
async function readAnswer(
  { status, headers, body }: Answer,
  redact: typeof asItCame,
  onRead: () => void,
): Promise<ObservedResponse> {
  const read = await readBody(body, single(headers['content-encoding']));
  onRead();
  if (read.cutOffBy !== undefined && status < 400) throw read.cutOffBy;
  const text = decodeText(read.bytes, single(headers['content-type']));
  const bodyProblem =
    read.problem ?? (read.cutOffBy === undefined ? undefined : 'the answer ended before its body did');
  return {
    status,
    headers: receivedHeaders(headers, redact),
    body: read.truncated ? redact.cut(text) : redact(text),
    truncated: read.truncated,
    ...(bodyProblem !== undefined && { bodyProblem: redact(bodyProblem) }),
  };
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(', ');
}

/** To tenths: loopback and a nearby endpoint are faster than a millisecond. */
function rounded(spentMs: Progress['spentMs'], totalMs: number): Phases {
  const tenths = (ms: number) => Math.round(ms * 10) / 10;
  const phases = Object.fromEntries(Object.entries(spentMs).map(([phase, ms]) => [phase, tenths(ms)]));
  return { ...phases, totalMs: tenths(totalMs) };
}
