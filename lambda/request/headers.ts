import type { Probe } from '../config/types.ts';
import type { Authorisation } from '../credentials/authorisation.ts';
import { REDACTED } from '../redaction/redactor.ts';
import type { Hop } from './redirects.ts';

/** How Scopewatch presents itself. Some APIs refuse a request without a name. */
export const USER_AGENT = 'Scopewatch/0.1';

/** Headers by lower-case name. */
type Headers = Readonly<Record<string, string>>;

const DEFAULTS: Headers = { accept: '*/*', 'user-agent': USER_AGENT, 'accept-encoding': 'gzip, deflate, br, zstd' };

/** What goes with a request wherever it is redirected to. */
const CARRIED_ANYWHERE = ['accept', 'user-agent', 'accept-language'];

/** Names of headers whose value is a secret, should somebody configure one without a credential. */
const SENSITIVE = /^(?:proxy-)?authorization$|^cookie$|(?:token|secret|api-?key|password|signature)$/;

/** The headers to send: those configured and the credential's, of which another origin gets next to nothing. */
export function headersToSend(hop: Hop, probe: Probe, authorisation: Authorisation | undefined): Headers {
  if (hop.atHome) {
    const configured = { ...DEFAULTS, ...probe.headers, ...authorisation?.headers };
    return hop.body === probe.body ? configured : without(configured, (name) => name.startsWith('content-'));
  }
  return { ...DEFAULTS, ...without(probe.headers, (name) => !CARRIED_ANYWHERE.includes(name)) };
}

/** The headers that the configured request was sent with, to be shown: no secret in them. */
export function shownHeaders(
  sent: Headers,
  authorisation: Authorisation | undefined,
  redact: (text: string) => string,
): Headers {
  const isCredential = (name: string) => SENSITIVE.test(name) || Object.hasOwn(authorisation?.headers ?? {}, name);
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, isCredential(name) ? REDACTED : redact(value)]),
  );
}

/** The headers of an answer: redacted, repeated ones joined, of cookies the names alone. */
export function receivedHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  redact: (text: string) => string,
): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const values = typeof value === 'string' ? [value] : (value ?? []);
      const kept = name === 'set-cookie' ? values.map((cookie) => cookie.replace(/[=;].*$/s, '')) : values;
      return [redact(name), redact(kept.join(', '))];
    }),
  );
}

function without(headers: Headers, unwanted: (name: string) => boolean): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !unwanted(name)));
}
