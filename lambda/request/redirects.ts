/** One request of the chain that a probe's redirects make. */
export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly body?: string;
  /** Whether all hops so far went to the configured origin: only then the credential goes along. */
  readonly atHome: boolean;
}

/**
 * Where a redirect leads, or nothing when the answer is to be taken as it is: it is no redirect, its target is missing
 * or not HTTP, or following it would carry the request's body, effect or secret to another origin.
 *
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch (which methods become GET)
 */
export function nextHop(
  hop: Hop,
  status: number,
  location: string | readonly string[] | undefined,
  carriesSecret: (url: string) => boolean,
): Hop | undefined {
  if (!REDIRECTS.includes(status) || typeof location !== 'string') return undefined;
  const url = URL.parse(location, hop.url.href);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  const next = { url, ...methodAfter(hop, status), atHome: hop.atHome && url.origin === hop.url.origin };
  if (next.atHome) return next;
  const harmless = next.body === undefined && ['GET', 'HEAD', 'OPTIONS'].includes(next.method);
  // As it was sent too: a URL's parser lower-cases hosts and undoes escapes.
  return harmless && !carriesSecret(location) && !carriesSecret(url.href) ? next : undefined;
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

function methodAfter({ method, body }: Hop, status: number): Pick<Hop, 'method' | 'body'> {
  const becomesGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST';
  if (becomesGet) return { method: 'GET' };
  return body === undefined ? { method } : { method, body };
}
