import { MAX_URL_LENGTH } from './bounds.ts';
import { refusalOfHost } from './host.ts';
import { looksLikeSecret } from './secret-looking.ts';

/** What is wrong with a probe's URL wherever it is used; `undefined` for a good one. */
export function urlProblem(text: string): string | undefined {
  return problemOf(text, {
    user: 'use a credential of kind "basic"',
    query: 'use one of kind "api-key" with in: "query"',
  });
}

/** The same of a URL where a credential is minted or asked about. */
export function endpointProblem(text: string): string | undefined {
  return problemOf(text, { user: SECRET_PLACE, query: SECRET_PLACE });
}

/** The same of a URL that others are made from: it has no query either, not even an empty one. */
export function baseUrlProblem(text: string): string | undefined {
  return endpointProblem(text) ?? (text.includes('?') ? 'must not have a query' : undefined);
}

const SECRET_PLACE = 'its place is the secret that "secret" names';

/** @param instead what to do with a credential in the place of the user, or in the query */
function problemOf(text: string, instead: { readonly user: string; readonly query: string }): string | undefined {
  if (text.length > MAX_URL_LENGTH) return `must be a URL of at most ${MAX_URL_LENGTH} characters`;
  if (/[\s\p{Cc}\\]/u.test(text) || !URL.canParse(text)) return 'must be an http or https URL';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'must be an http or https URL';
  if (url.username !== '' || url.password !== '') return `must not hold a user name or a password: ${instead.user}`;
  if (text.includes('#')) return 'must not have a fragment: it is never sent';
  if ([...url.searchParams.values()].some(looksLikeSecret)) return `must not hold a credential: ${instead.query}`;
  const refusal = refusalOfHost(url.hostname);
  return refusal === undefined ? undefined : `must be a URL that may be called: ${refusal}`;
}

/** The URL as it is requested, with further query parameters at its end. Its text must be a good URL. */
export function urlWithQuery(text: string, query: Readonly<Record<string, string | number | boolean>> = {}): string {
  const url = new URL(text);
  const added = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) added.append(name, String(value));
  if (added.size > 0) url.search = [url.search.slice(1), added].filter(String).join('&');
  return url.href;
}
