/** What of a request may carry a credential. */
export interface Carrier {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

/** Names of fields and parameters whose value is a credential, or may be one. */
const SECRET_NAME =
  /key|token|secret|passw|pwd|credential|cookie|signature|(?:^|[^a-z])(?:auth|authorization|jwt|session|sid|sig|code|assertion)(?![a-z])/i;

/** More than any client sends. */
const MAX_FIELDS = 1000;

/** Shorter values of cookies are settings, such as `dark`: what the response says would be riddled. */
const SHORTEST_COOKIE = 8;

/** @see https://core.telegram.org/bots/api#making-requests */
const TOKEN_IN_PATH = /^\/(?:file\/)?bot([^/]{8,})/;

/**
 * The credentials that a request carries, each as it is written and as what it stands for: a token without the word
 * before it, user and password of `Basic`, a decoded query parameter. None of them may be shown, whoever repeats it.
 */
export function credentialsOf({ url, headers }: Carrier): readonly string[] {
  const names = Object.keys(headers ?? {}).slice(0, MAX_FIELDS);
  const values = names
    .filter((name) => SECRET_NAME.test(name))
    .flatMap((name) => [headers[name]].flat().flatMap((one) => (typeof one === 'string' ? formsOf(name, one) : [])));
  return [...values, ...credentialsInUrl(url)].filter((value) => value !== '');
}

function formsOf(name: string, value: string): readonly string[] {
  if (/cookie/i.test(name)) {
    const cookies = value.split(';').map((cookie) => cookie.slice(cookie.indexOf('=') + 1).trim());
    return [value, ...cookies.filter((cookie) => cookie.length >= SHORTEST_COOKIE)];
  }
  const [, scheme = '', rest = value] = /^([\w-]+) +(\S.*)$/.exec(value) ?? [];
  return scheme.toLowerCase() === 'basic' ? [value, rest, ...loginOf(rest)] : [value, rest];
}

/** User, password and both: the user may be the token, as Stripe's is. */
function loginOf(base64: string): readonly string[] {
  const pair = Buffer.from(base64, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon === -1 ? [] : [pair, pair.slice(0, colon), pair.slice(colon + 1)];
}

/** Credentials in a URL, or in the target of a request line. */
function credentialsInUrl(text: string): readonly string[] {
  if (typeof text !== 'string' || !URL.canParse(text, 'https://host')) return [];
  const { username, password, pathname, searchParams } = new URL(text, 'https://host');
  const parameters = [...searchParams].filter(([name]) => SECRET_NAME.test(name)).map(([, value]) => value);
  const inPath = TOKEN_IN_PATH.exec(pathname)?.[1] ?? '';
  return [username, password, inPath].map(decoded).concat(parameters);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
