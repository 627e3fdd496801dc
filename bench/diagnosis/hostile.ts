import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';

const KIB = 1024;
const SIZE = 64 * KIB;

const filled = (chunk: string, before = '', after = '') =>
  before + chunk.repeat(Math.max(0, Math.floor((SIZE - before.length - after.length) / chunk.length))) + after;
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Words of many phrases: what comes nearest to each without saying it. */
const WORDS = 'the token of your user account is not permission to access the key limit ip scope or ';

/** Bodies of 64 KiB that keep each way of reading busy for as long as they can. */
const BODIES: Readonly<Record<string, string>> = {
  'JSON: nested arrays': '['.repeat(SIZE),
  'JSON: closed nested arrays': '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2),
  'JSON: many keys': JSON.stringify(Object.fromEntries(many(4000, (index) => [`key${index}`, 'a b']))),
  'JSON: many messages': JSON.stringify(
    many(1000, (index) => ({ message: `the token of your user account limit ip ${index}` })),
  ),
  'JSON: many codes': JSON.stringify(many(2500, (index) => ({ code: `NOT_A_TOKEN_${index}` }))),
  'JSON: one long sentence': JSON.stringify({ message: filled(WORDS) }),
  'JSON: many long sentences': JSON.stringify(many(40, (index) => ({ message: `${index} ${WORDS.repeat(17)}` }))),
  'JSON: texts of JSON': JSON.stringify(
    many(60, () => JSON.stringify({ message: JSON.stringify({ message: WORDS.repeat(8) }) })),
  ),
  'JSON: texts of JSON in texts of JSON': many(12, () => 0).reduce(
    (inner) => JSON.stringify({ message: inner }).slice(0, SIZE),
    '{"a":"b c"}',
  ),
  'JSON: links': JSON.stringify(
    many(400, (index) => ({ message: `see https://docs.example.com/${index}/${'a/'.repeat(50)}` })),
  ),
  'JSON: times and addresses': JSON.stringify({ message: filled('expired 2024-01-01T00:00:0 10.0.0.1.2: a:b:c:d ') }),
  'JSON: escapes': JSON.stringify({ message: filled('\\u0061%61&#97;') }),
  'loose JSON: open pairs': filled('"a":"b c",', '{'),
  'loose JSON: quotes': filled('"', '{'),
  'loose JSON: long names': filled('a', '{"'),
  'loose JSON: backslashes': filled('\\\\', '{"message":"'),
  'XML: open tags': filled('<a '),
  'XML: nested tags': filled('<a>b c'),
  'XML: attributes': filled('a="b c" ', '<Error ', '/>'),
  'XML: long attribute names': filled(`<e ${'a'.repeat(3900)}>`),
  'XML: quotes in attributes': filled(`<e ${`a='b"c`.repeat(500)}>`),
  'XML: comments': filled('<!--'),
  'XML: CDATA': filled('<![CDATA[a b]]>', '<Error>'),
  'XML: sentences': filled(`<Message>${WORDS}</Message>`, '<Error>'),
  'HTML: entities': filled('&#65;', '<html>'),
  'HTML: headings': filled('<h1>access denied', '<html>'),
  'HTML: sentences': filled(`<p>${WORDS}`, '<html>'),
  'HTML: one line': filled(WORDS, '<html><title>'),
  'HTML: scripts': filled('<script>', '<html>'),
  'HTML: blanks': filled(' ', '<html><p>'),
  'form: pairs': filled('a=b&', 'error=x&'),
  'form: one sentence': filled('the+token+of+your+user+', 'error=x&error_description='),
  'form: escapes': filled('%20token', 'error=x&error_description='),
  'text: one word': 'a'.repeat(SIZE),
  'text: words': filled(WORDS),
  'text: round brackets': '('.repeat(SIZE),
  'text: blanks': filled('  a'),
  'text: lines': filled('a b\n'),
  'text: Chinese': filled('访问被拒绝令牌已过期请求'),
  'text: digits': filled('1.'),
};

/** Header fields of up to 64 KiB that do the same. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'challenges: parameters': { 'www-authenticate': filled('a="b c", ', 'Bearer ') },
  'challenges: schemes': { 'www-authenticate': filled('Bearer, ') },
  'challenges: open quotes': { 'www-authenticate': filled('a="\\', 'Bearer ') },
  'challenges: sentence': { 'www-authenticate': filled(WORDS, 'Bearer error="invalid_token", error_description="') },
  'headers: many': Object.fromEntries(many(4000, (index) => [`x-field-${index}`, 'a b'])),
  'headers: all long': Object.fromEntries(
    ['server', 'location', 'x-request-id', 'x-oauth-scopes', 'retry-after', 'x-error-message', 'set-cookie', 'via'].map(
      (name) => [name, WORDS.repeat(100)],
    ),
  ),
};

function refusal(body: string, headers: Readonly<Record<string, string>> = {}, token = 'x'): Refusal {
  return {
    request: { method: 'GET', url: 'https://api.example.com/x', headers: { authorization: `Bearer ${token}` } },
    response: { status: 403, headers: { 'content-type': 'application/json', ...headers }, body },
  };
}

const TOKEN = 'q7Lm2Zx9RtKw4VbN8sYd0'.repeat(100);

/** Refusals that take as long as any, by name. */
export const HOSTILE: readonly (readonly [string, Refusal])[] = [
  ...Object.entries(BODIES).map(([name, body]) => [name, refusal(body)] as const),
  ...Object.entries(FIELDS).map(([name, headers]) => [name, refusal('', headers)] as const),
  ['credential: repeated', refusal(JSON.stringify({ message: filled(`invalid token ${TOKEN} `) }), {}, TOKEN)],
  ['credential: escaped', refusal(filled('\\u0071%37', '{"message":"invalid token '), {}, TOKEN)],
];
