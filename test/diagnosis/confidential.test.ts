import { describe, expect, test } from 'vitest';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';

const SECRET = 'q7Lm2-Zx/9RtKw4VbN8s+Yd0';
const BASIC = Buffer.from(`zoey:${SECRET}`).toString('base64');

function refused(body: string, request: Partial<Refusal['request']> = {}, headers = {}): Refusal {
  return {
    request: {
      method: 'GET',
      url: 'https://api.example.com/',
      headers: { authorization: `Bearer ${SECRET}` },
      ...request,
    },
    response: { status: 401, headers, body },
  };
}

const shown = (refusal: Refusal) => JSON.stringify(diagnose(refusal));

describe('a credential of the request is not in the answer', () => {
  test.each([
    ['as it is', SECRET],
    ['escaped for URLs', encodeURIComponent(SECRET)],
    ['escaped for HTML', SECRET.replaceAll('/', '&#x2F;')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 after other bytes', Buffer.from(`x:${SECRET}`).toString('base64url')],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['in capitals', SECRET.toUpperCase()],
    ['without its beginning', SECRET.slice(6)],
    ['cut off', SECRET.slice(0, 10)],
  ])('when the server repeats it %s', (_, form) => {
    const said = shown(refused(JSON.stringify({ message: `The token ${form} has expired` })));
    expect(said).toMatch(/The token \w{0,2}<redacted>/);
    expect(said).not.toContain(form.slice(0, 9));
  });

  test.each([
    ['Basic', { headers: { authorization: `Basic ${BASIC}` } }],
    ['a header named like a key', { headers: { 'X-Api-Key': [SECRET, 'other'] } }],
    ['a cookie', { headers: { cookie: `theme=dark; sid=${SECRET}` } }],
    ['a query parameter', { url: `https://api.example.com/?api_key=${encodeURIComponent(SECRET)}`, headers: {} }],
    ['the URL', { url: `https://zoey:${encodeURIComponent(SECRET)}@api.example.com/`, headers: {} }],
    ["a bot's path", { url: `https://api.telegram.org/bot${SECRET.replace('/', '')}/getMe`, headers: {} }],
  ] as readonly (readonly [string, Partial<Refusal['request']>])[])('sent in %s', (_, request) => {
    const form = request.url?.includes('/bot') ? SECRET.replace('/', '') : SECRET;
    expect(shown(refused(JSON.stringify({ message: `Invalid key: ${form}` }), request))).not.toContain(
      form.slice(0, 8),
    );
  });

  test.each([
    ['a code', JSON.stringify({ code: SECRET, message: 'Invalid token' })],
    ['a name', JSON.stringify({ [SECRET]: 'The token is not valid' })],
    ['a page', `<html><title>${SECRET}</title><h1>Invalid token ${SECRET}</h1></html>`],
    [
      'a link',
      JSON.stringify({ message: 'Invalid token', documentation_url: `https://docs.example.com/?t=${SECRET}` }),
    ],
    ['a scope', JSON.stringify({ message: 'Missing scopes', requiredScopes: [`a:${SECRET.replace('+', '')}`] })],
    ['a sentence that is cut within it', JSON.stringify({ message: `Invalid token ${'x '.repeat(65)}${SECRET}` })],
  ])('repeated as %s', (_, body) => {
    expect(shown(refused(body))).not.toContain(SECRET.slice(0, 8));
  });

  test('repeated in a header', () => {
    const headers = {
      'www-authenticate': `Bearer error="invalid_token", error_description="${SECRET}"`,
      'x-request-id': SECRET,
    };
    expect(shown(refused('', {}, headers))).not.toContain(SECRET.slice(0, 8));
  });
});

test.each([
  ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'],
  ["GitHub's", 'ghp_0123456789abcdefghijABCDEFGHIJ012345'],
  ["AWS's", 'AKIAIOSFODNN7EXAMPLE'],
])('a key of anybody that the body shows is masked: %s', (_, key) => {
  expect(shown(refused(JSON.stringify({ message: `The token ${key} has expired` })))).toContain(
    'The token <redacted> has expired',
  );
});

test('words that a placeholder has too stay', () => {
  const request = { headers: { authorization: 'Bearer invalid_token_for_tests' } };
  const { evidence } = diagnose(
    refused('{"error":"invalid_token","error_description":"The token is invalid"}', request),
  );
  expect(evidence.map(({ what }) => what)).toEqual(['invalid_token', 'The token is invalid']);
});
