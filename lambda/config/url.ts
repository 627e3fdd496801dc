import { MAX_URL_LENGTH } from './bounds.ts';
import { refusalOfHost } from './host.ts';
import { looksLikeSecret } from './secret-looking.ts';

/** What is wrong with a probe's URL wherever it is used; `undefined` for a good one. */
export function urlProblem(text: string): string | undefined {
  if (text.length > MAX_URL_LENGTH) return `must be a URL of at most ${MAX_URL_LENGTH} characters`;
  if (/[\s\p{Cc}\\]/u.test(text) || !URL.canParse(text)) return 'must be an http or https URL';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'must be an http or https URL';
  if (url.username !== '' || url.password !== '') {
    return 'must not hold a user name or a password: use a credential of kind "basic"';
  }
  if (text.includes('#')) return 'must not have a fragment: it is never sent';
  if ([...url.searchParams.values()].some(looksLikeSecret)) {
    return 'must not hold a credential: use one of kind "api-key" with in: "query"';
  }
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
