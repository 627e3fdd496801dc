import { type Redactor, redactor } from '../../redaction/redactor.ts';
import type { Observation } from '../../request/observation.ts';
import type { request } from '../../request/request.ts';
import type { Authorisation } from '../authorisation.ts';

/** A token endpoint that takes longer holds up every probe of its credential. */
const TIMEOUT_MS = 10_000;

/** One request of ours about a credential. */
export interface ToSend {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What else authorises it; its secrets are redacted. */
  readonly authorisation?: Authorisation;
  /** All in it that must be redacted. */
  readonly secrets: readonly string[];
}

/** How far a request of ours may go. */
export interface Bounds {
  readonly allowPrivateNetwork: boolean;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

/** What came back: the answer as it came, which may hold a new secret. */
export interface Exchange {
  readonly observation: Observation;
  /** Without its query, for people. */
  readonly url: string;
  readonly secrets: readonly string[];
  readonly redact: Redactor;
}

/** Sends it once, within bounds of time and size. A redirect is never followed: it would carry a secret elsewhere. */
export async function exchange(send: typeof request, toSend: ToSend, bounds: Bounds): Promise<Exchange> {
  const { url, method, headers, body, authorisation } = toSend;
  const secrets = [...toSend.secrets, ...(authorisation?.secrets ?? [])];
  const observation = await send({
    probe: {
      name: 'token',
      url,
      method,
      headers,
      ...(body !== undefined && { body }),
      everyMs: TIMEOUT_MS,
      timeoutMs: TIMEOUT_MS,
      maxRedirects: 0,
      allowPrivateNetwork: bounds.allowPrivateNetwork,
      expect: { status: ['2xx'], headers: {}, json: [] },
    },
    authorisation: { headers: {}, query: {}, ...authorisation, secrets },
    deadlineMs: bounds.deadline,
    unredacted: true,
  });
  return { observation, url: withoutQuery(url), secrets, redact: redactor(secrets) };
}

/** For people and alerts: a query may hold anything. */
export function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
