import type { Random } from './random.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** So many characters of a secret in a row give it away. */
const TELLING_LENGTH = 8;
/** As long in base64, wherever it begins. */
const PACKED_LENGTH = 12;

/** A request with a secret in it, and how a server would repeat that. */
export interface Planted {
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
  readonly secret: string;
}

/** Puts a secret where requests carry one; nothing else of the URL changes. */
export function plant(url: string, random: Random): Planted {
  const letters = random.chance(0.3) ? `${LETTERS}/+=_-.~!` : LETTERS;
  const secret = random.text(1, LETTERS) + random.text(12 + random.below(60), letters) + random.text(1, LETTERS);
  const basic = Buffer.from(`user:${secret}`).toString('base64');
  const join = url.includes('?') ? '&' : '?';
  const places: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ authorization: `Bearer ${secret}` }, url],
    [{ Authorization: `Token ${secret}` }, url],
    [{ authorization: secret }, url],
    [{ authorization: `Basic ${basic}` }, url],
    [{ 'X-Api-Key': secret }, url],
    [{ 'private-token': secret }, url],
    [{ cookie: `theme=dark; sid=${secret}; a=b` }, url],
    [{ 'proxy-authorization': `Basic ${basic}` }, url],
    [{}, `${url}${join}api_key=${encodeURIComponent(secret)}`],
    [{}, `${url}${join}access_token=${encodeURIComponent(secret)}`],
    [{}, url.replace('://', `://user:${encodeURIComponent(secret)}@`)],
  ];
  const [headers, where] = random.pick(
    places.filter(
      ([headers, address]) => Object.keys(headers).length > 0 || (/^https?:/.test(address) && URL.canParse(address)),
    ),
  );
  return { headers, url: where, secret };
}

/** How servers write what they repeat: each character by itself. */
const WRITTEN: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  (text) => [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  (text) => text.replaceAll('/', '&#x2F;').replaceAll('+', '&#43;'),
  (text) => Buffer.from(text).toString('hex'),
];

/** What stands before the secret is encoded with it. */
function packed(secret: string): readonly string[] {
  const together = ['', 'user:'].map((before) => Buffer.from(before + secret));
  return together.flatMap((bytes) => [bytes.toString('base64'), bytes.toString('base64url')]);
}

/** The secret as servers repeat it. */
export function formsOf(secret: string): readonly string[] {
  return [...WRITTEN.map((write) => write(secret)), ...packed(secret)];
}

/** Puts the secret into the body, in one of its forms, at a place that diagnoses read. */
export function echo(body: string, secret: string, random: Random): string {
  const form = random.pick(formsOf(secret));
  const before = 'x '.repeat(random.chance(0.3) ? random.below(90) : 0);
  const said = random.pick(SENTENCES).replace('$', () => form);
  const inJson = JSON.stringify(before + said).slice(1, -1);
  return random.pick<() => string>([
    () => `{"message":"${inJson}","code":"${form}"}`,
    () => `{"error":{"code":"invalid_token","message":"${inJson}"}}`,
    () => `{"${form}":"Invalid token","error":"${form}"}`,
    () => `{"error":"${inJson}"`,
    () => body.replace(/"[^"]{0,200}"(?=\s{0,4}[,}])/, () => `"${inJson}"`),
    () => body.slice(0, body.length / 2) + form + body.slice(body.length / 2),
    () => before + said,
    () => form,
    () => `<html><title>${said}</title><h1>${before}${said}</h1><p>${said}</html>`,
    () => `<Error><Code>${form}</Code><Message>${before}${said}</Message><a b="${form}"/></Error>`,
    () => `error=invalid_token&error_description=${encodeURIComponent(before + said)}`,
    () => JSON.stringify({ message: JSON.stringify({ error: { message: before + said, reason: form } }) }),
    () =>
      JSON.stringify({
        message: 'Missing scopes',
        requiredScopes: [form],
        ip: form,
        request_id: form,
        docs: `https://e.com/${form}`,
      }),
  ])();
}

/** Puts the secret into a header that diagnoses read, now and then. */
export function echoInHeaders(secret: string, random: Random): Readonly<Record<string, string>> {
  const form = random.pick(formsOf(secret));
  return random.pick<Readonly<Record<string, string>>>([
    {},
    {},
    {
      'www-authenticate': `Bearer realm="${form}", error="invalid_token", error_description="token ${form} is invalid"`,
    },
    { 'x-request-id': form },
    { 'x-oauth-scopes': `repo, ${form}` },
    { location: `https://e.com/login/${form}?token=${form}` },
    { 'x-error-message': `bad key ${form}` },
    { 'x-error-code': form },
  ]);
}

/** Whether a telling piece of the secret, in any of its forms, is in the text. */
export function givesAway(text: string, secret: string): boolean {
  const pieces = piecesOf(secret, TELLING_LENGTH).filter(isTelling);
  if (pieces.some((piece) => WRITTEN.some((write) => text.includes(write(piece))))) return true;
  return packed(secret)
    .flatMap((form) =>
      piecesOf(form.startsWith(NAME_BEFORE) ? form.slice(NAME_BEFORE.length + 1) : form, PACKED_LENGTH),
    )
    .some((piece) => isTelling(piece) && text.includes(piece));
}

function piecesOf(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}

/** The other pieces may be a word, which nothing can be told from. */
function isTelling(piece: string): boolean {
  return /\d|[a-z][A-Z]/.test(piece);
}

/** `user` in base64, which is no secret; the character after it is of the colon. */
const NAME_BEFORE = 'dXNlcj';

const SENTENCES = [
  'Invalid token: $',
  'The access token $ has expired.',
  'API key "$" is not valid',
  '$',
  'Missing required scope: $',
  "user '$' is not authorized to perform: s3:GetObject",
  'request id: $ was denied',
  'See https://docs.example.com/errors?token=$ for details',
  'Rate limit exceeded for $, retry after 20s',
  'Authorization: Bearer $',
] as const;
