import type { Random } from './random.ts';

const KIB_64 = 65_536;

type Mutation = (body: string, random: Random, other: string) => string;

/** One to three changes to a body, of kinds that servers, proxies and attackers make; seldom none. */
export function mutateBody(body: string, random: Random, other: string): string {
  if (random.chance(0.1)) return body;
  let mutated = body;
  for (let left = 1 + random.below(3); left > 0; left--) {
    const mutation = random.chance(LARGE_SHARE) ? random.pick(LARGE) : random.pick(SMALL);
    mutated = mutation(mutated, random, other);
  }
  return mutated;
}

/** Large bodies take long: most of the runs are better spent on other things. */
const LARGE_SHARE = 0.01;

const position = (body: string, random: Random) => random.below(body.length + 1);
const insert = (body: string, at: number, text: string) => body.slice(0, at) + text + body.slice(at);
const somewhere = (body: string, random: Random, text: string) => insert(body, position(body, random), text);

const ODD = [
  '\0', '\u0007', '\u001b[31m', '\r', '\n', '\r\n', '\u0085', '\u2028', '\u202e', '\u200b', '\ufeff', '\ufffd', '\ud83d',
  '\udc00', '"', "'", '\\', '<', '>', '&', '%', '{', '}', '[', ']', '(', ')', ',', ':', '=', '%00', '%u202e', '&#0;',
  '&#x1F600;', '&#xD800;', '&#9999999;', '\\u0000', '\\ud800', '\\x', '\u0130', 'ß', 'İ', '𝕏', '…',
] as const; // biome-ignore format: a list of characters reads best in few lines

const PHRASES = [
  'token expired', 'invalid or expired token', 'the access token is not valid', 'insufficient scope', 'required scope: ',
  'you do not have permission to ', 'rate limit exceeded, retry after 20s', 'quota exceeded', 'ip address 10.0.0.1 ',
  'api key not valid. ', 'missing the following scopes: ', 'revoked', 'expires at 2024-01-01T00:00:00Z ', 'user user ',
  'reset at 1700000000 ', 'access denied by security policy ', 'not authorized to perform: a:b ', 'request id: abc123 ',
  'see https://docs.example.com/errors ', 'CAPTCHA ', 'one of "a:b", "c:d" scopes ', 'bot bot ', 'try again in 9999999h ',
] as const; // biome-ignore format: as above

const KEYS = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'message', 'error', 'code', 'scope',
  'retry_after', 'reset', 'expires_at', 'ip', 'request_id', 'documentation_url', 'requiredScopes', '', '.', '[0]',
] as const; // biome-ignore format: as above

const SMALL: readonly Mutation[] = [
  (body, random) => flipped(body, random),
  (body, random) => body.slice(0, position(body, random)),
  (body, random) => body.slice(position(body, random)),
  (body, random) => somewhere(body, random, random.pick(ODD)),
  (body, random) => somewhere(body, random, random.pick(PHRASES).repeat(1 + random.below(12))),
  (body, random, other) => body.slice(0, position(body, random)) + other.slice(position(other, random)),
  (body, random, other) => somewhere(body, random, other.slice(0, 2000)),
  (body, random) =>
    body.replace(/"[\w-]{1,40}"(?=\s{0,4}:)/g, (key) => (random.chance(0.3) ? JSON.stringify(random.pick(KEYS)) : key)),
  (body, random) =>
    body.replace(/:\s{0,4}"[^"]{0,400}"/g, (value) =>
      random.chance(0.3)
        ? `:${random.pick(['null', '1e400', '-1', '1700000000000', '[]', '{}', 'true', '""', '"\\ud800"'])}`
        : value,
    ),
  (body) => Buffer.from(body.slice(0, 16_384), 'utf16le').toString('utf8'),
  (body) => Buffer.from(body.slice(0, 16_384)).toString('latin1'),
  (body) => Buffer.from(body.slice(0, 16_384), 'latin1').toString('utf8'),
  (body) => `\ufeff${body}`,
  (body) => JSON.stringify(body),
  (body) => JSON.stringify({ message: body, details: [body] }),
  (body) =>
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(50)}"><!ENTITY b "&a;&a;&a;">]><Error><Code>&b;</Code><Message>${body}</Message></Error>`,
  (body) => `<html><head><title>${body.slice(0, 300)}</title></head><body><h1>${body}</h1></body></html>`,
  (body) => `error=invalid_token&error_description=${encodeURIComponent(body.slice(0, 500).toWellFormed())}`,
  (body) =>
    `{"__proto__":{"polluted":true,"message":"token expired"},"constructor":{"prototype":{"polluted":1}},"error":${JSON.stringify(body)}}`,
  (body) => body.replaceAll('\n', '\r\n').replaceAll(' ', '\r\n '),
  (body) => body.toUpperCase(),
  (body) => body.replaceAll(' ', '\u00a0'),
];

const LARGE: readonly Mutation[] = [
  (body) => body.repeat(Math.ceil(KIB_64 / Math.max(1, body.length))).slice(0, KIB_64),
  (body, random) =>
    body.repeat(Math.ceil((KIB_64 * 4) / Math.max(1, body.length))).slice(0, KIB_64 + random.below(KIB_64)),
  (body, random) => insert(body, position(body, random), random.pick(PHRASES).repeat(6000)).slice(0, KIB_64),
  (body, random) => insert(body, position(body, random), random.pick(ODD).repeat(KIB_64)).slice(0, KIB_64),
  (body, random) =>
    random
      .pick(['[', '{"a":', '<a>', '<!--', '<![CDATA[', '(', '{"a":[', '"', '\\', '\\"', '&lt;', '<a b="', '%25'])
      .repeat(KIB_64) + body,
  (body, random) => '['.repeat(random.below(30_000)) + body + ']'.repeat(random.below(30_000)),
  (body) =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`k${at}`, body.slice(at % 50, (at % 50) + 20)])),
    ),
  (body) => JSON.stringify(Array.from({ length: 200 }, (_, at) => ({ message: `${body.slice(0, 300)} ${at}` }))),
  (body, random) => random.pick(PHRASES).repeat(KIB_64 / 8) + body,
];

function flipped(body: string, random: Random): string {
  const bytes = Buffer.from(body);
  for (let left = 1 + random.below(8); left > 0 && bytes.length > 0; left--) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes.toString();
}
