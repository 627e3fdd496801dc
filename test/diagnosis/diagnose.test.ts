import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../lambda/diagnosis/causes.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { fixtures, heldBack, made, real, refusals } from './fixtures.ts';
import { calibrationOf, isFalseAlarm, score } from './score.ts';

test.each(refusals)('$id is $expect.cause', ({ request, response, expect: expected }) => {
  const diagnosis = diagnose({ request, response });
  expect(expected.accept).toContain(diagnosis.cause);
  expect(diagnosis.details).toMatchObject(expected.details);
});

describe('the fixtures', () => {
  test('each have an id of their own and accept what they expect', () => {
    const all = [...fixtures, ...heldBack];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(fixtures.filter(({ expect: { cause, accept } }) => !accept.includes(cause))).toEqual([]);
  });

  test('are real with an address to open, or made with the shape that they follow', () => {
    expect([...real, ...heldBack].filter(({ source }) => !/^https:\/\/\S+$/.test(source))).toEqual([]);
    expect(made.filter(({ source }) => !/^made: \S/.test(source))).toEqual([]);
  });

  test('are counted in their README', () => {
    const readme = readFileSync(new URL('../fixtures/refusals/README.md', import.meta.url), 'utf8');
    const counts = `${real.length} real and ${made.length} made to write rules from, and ${heldBack.length} real held back`;
    expect(readme.replace(/\s+/g, ' ')).toContain(counts);
  });
});

describe('over all refusals, those held back included,', () => {
  const scored = [...refusals, ...heldBack].map(score);

  test.each([
    ['certain', 0.99],
    ['likely', 0.9],
  ] as const)('what is %s is right at least %d of the time', (confidence, share) => {
    const { count, right } = calibrationOf(scored, confidence);
    expect(count).toBeGreaterThan(100);
    expect(right / count).toBeGreaterThanOrEqual(share);
  });

  test('none is falsely called an expired or revoked credential, or a missing scope', () => {
    expect(scored.filter(isFalseAlarm).map(({ fixture }) => fixture.kind)).toEqual([]);
  });
});

const anyRefusal: fc.Arbitrary<Refusal> = fc.record({
  request: fc.record({
    method: fc.constantFrom('GET', 'POST', ''),
    url: fc.oneof(fc.webUrl(), fc.string()),
    headers: fc.dictionary(fc.string(), fc.string()),
  }),
  response: fc.record({
    status: fc.integer({ min: 0, max: 999 }),
    headers: fc.dictionary(
      fc.oneof(
        fc.constantFrom('www-authenticate', 'retry-after', 'content-type', 'x-ratelimit-reset', '__proto__'),
        fc.string(),
      ),
      fc.oneof(fc.string(), fc.array(fc.string())),
    ),
    body: fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => json.slice(1)),
      fc.string().map((text) => `<html><title>${text}`),
    ),
  }),
});

describe('diagnose', () => {
  test('answers anything with a known cause and evidence, the same each time', () => {
    fc.assert(
      fc.property(anyRefusal, (refusal) => {
        const diagnosis = diagnose(refusal);
        expect(CAUSES[diagnosis.cause]).toBe(diagnosis.family);
        expect(diagnosis.evidence.length).toBeGreaterThan(0);
        expect(diagnosis.remedy).not.toBe('');
        expect(diagnose(refusal)).toEqual(diagnosis);
      }),
      { numRuns: 500 },
    );
  });

  test('does not see the case of header names', () => {
    for (const { request, response } of fixtures) {
      const shout = (headers: Refusal['request']['headers']) =>
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
      const loud = {
        request: { ...request, headers: shout(request.headers) },
        response: { ...response, headers: shout(response.headers) },
      };
      expect(diagnose(loud)).toEqual(diagnose({ request, response }));
    }
  });

  test('does not depend on the order of JSON keys', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    for (const { request, response } of refusals.filter(({ response: { body } }) => isJson(body))) {
      const other = { request, response: { ...response, body: JSON.stringify(reversed(JSON.parse(response.body))) } };
      expect(diagnose(other)).toEqual(diagnose({ request, response }));
    }
  });

  test('quotes the same one of several sentences whichever comes first', () => {
    const one = refused(401, '{"a":{"message":"The key has expired"},"b":{"message":"The token has expired"}}');
    const other = refused(401, '{"b":{"message":"The token has expired"},"a":{"message":"The key has expired"}}');
    expect(diagnose(one)).toEqual(diagnose(other));
  });

  test('does not change what it is given', () => {
    for (const { request, response } of fixtures) {
      const before = JSON.stringify({ request, response });
      diagnose({ request, response });
      expect(JSON.stringify({ request, response })).toBe(before);
    }
  });

  test('quotes evidence on one line of at most 160 characters, without invisible characters', () => {
    const message = `Access token expired\u202e\u200b\u0007\nSubject: forged ${'x'.repeat(400)}`;
    const { evidence } = diagnose(refused(401, JSON.stringify({ message })));
    for (const { what } of evidence) {
      expect(what.length).toBeLessThanOrEqual(160);
      expect(what).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(evidence[0]?.what).toMatch(/^Access token expired Subject: forged x+…$/);
  });

  test.each([
    ['application/json', '<html><title>Attention Required! | Cloudflare</title></html>', 'waf-blocked'],
    ['text/html', '{"message":"Access token expired"}', 'credential-expired'],
    ['text/plain', '<Error><Code>ExpiredToken</Code></Error>', 'credential-expired'],
    ['application/xml', '{"error":"invalid_token","error_description":"The token was revoked"}', 'credential-revoked'],
  ])('believes the body, not a content type of %s', (contentType, body, cause) => {
    expect(diagnose(refused(403, body, { 'content-type': contentType })).cause).toBe(cause);
  });

  test('reads what is left of JSON that was cut off', () => {
    expect(diagnose(refused(401, '{"error":{"code":"TOKEN_EXPIRED","message":"Token expi')).cause).toBe(
      'credential-expired',
    );
  });
});

describe('what is known beside the response', () => {
  const body = JSON.stringify({ message: 'Invalid or expired token' });
  const expiresAt = 1_700_000_000;

  test('a credential whose end has passed turns "invalid or expired" into expired', () => {
    const diagnosis = diagnose(refused(401, body), {
      credentialSent: true,
      credentialExpiresAt: expiresAt,
      now: (expiresAt + 600) * 1000,
    });
    expect(diagnosis).toMatchObject({
      cause: 'credential-expired',
      confidence: 'certain',
      details: { expiredAt: expiresAt },
    });
    // A minute after the end it is our clock's word against nobody's.
    const justNow = { credentialSent: true, credentialExpiresAt: expiresAt, now: (expiresAt + 60) * 1000 };
    expect(diagnose(refused(401, body), justNow)).toMatchObject({ cause: 'credential-expired', confidence: 'likely' });
    expect(diagnosis.evidence).toContainEqual({ where: 'credential', what: 'expired at 2023-11-14T22:13:20Z' });
  });

  test("the response's Date is the clock when none is given", () => {
    const late = { date: 'Wed, 15 Nov 2023 00:00:00 GMT' };
    expect(diagnose(refused(401, body, late), { credentialExpiresAt: expiresAt }).cause).toBe('credential-expired');
    expect(diagnose(refused(401, body), { credentialExpiresAt: expiresAt }).cause).toBe('credential-invalid');
  });

  test('an end in the future, or another cause, changes nothing', () => {
    expect(diagnose(refused(401, body), { credentialExpiresAt: expiresAt, now: (expiresAt - 60) * 1000 }).cause).toBe(
      'credential-invalid',
    );
    const denied = refused(403, JSON.stringify({ message: 'You do not have permission to read this' }));
    expect(diagnose(denied, { credentialExpiresAt: expiresAt, now: (expiresAt + 60) * 1000 }).cause).toBe(
      'permission-denied',
    );
  });

  test("the end of a JWT that was sent counts as the credential's", () => {
    const claims = Buffer.from(JSON.stringify({ exp: expiresAt })).toString('base64url');
    const { response } = refused(401, body);
    const request = {
      method: 'GET',
      url: 'https://api.example.com/x',
      headers: { authorization: `Bearer ${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${claims}.c2ln` },
    };
    const now = (expiresAt + 60) * 1000;
    expect(diagnose({ request, response }, { now })).toMatchObject({
      cause: 'credential-expired',
      details: { expiredAt: expiresAt },
    });
    expect(diagnose({ request, response }, { now: (expiresAt - 60) * 1000 }).cause).toBe('credential-invalid');
  });

  test('a credential that worked, has not ended and is not known any more was revoked', () => {
    const invalid = refused(401, '{"message":"Invalid API key"}');
    const context = { now: (expiresAt - 60) * 1000, succeededAt: (expiresAt - 600) * 1000 };
    expect(diagnose(invalid, { ...context, credentialExpiresAt: expiresAt })).toMatchObject({
      cause: 'credential-revoked',
      confidence: 'likely',
    });
    expect(diagnose(invalid, context).cause).toBe('credential-invalid');
    expect(diagnose(refused(401, ''), { ...context, credentialExpiresAt: expiresAt }).cause).toBe('credential-invalid');
  });

  test('that the same call succeeded is told beside whatever the answer says', () => {
    const { evidence } = diagnose(refused(403, ''), { succeededAt: expiresAt * 1000 });
    expect(evidence.at(-1)).toEqual({ where: 'history', what: 'the same call succeeded at 2023-11-14T22:13:20Z' });
  });

  test.each([
    ['ahead of', 600],
    ['behind', -600],
  ])('a server whose clock is %s this one is told beside a cause that it explains', (side, seconds) => {
    const date = new Date((expiresAt + seconds) * 1000).toUTCString();
    const now = expiresAt * 1000;
    const clock = { where: 'clock', what: `the server's clock is 600 s ${side} this one` };
    expect(diagnose(refused(403, '{"message":"Signature mismatch"}', { date }), { now }).evidence).toContainEqual(
      clock,
    );
    expect(
      diagnose(refused(403, '{"message":"IP address not allowed"}', { date }), { now }).evidence,
    ).not.toContainEqual(clock);
    const close = new Date(now + 30_000).toUTCString();
    expect(diagnose(refused(403, '{"message":"Signature mismatch"}', { date: close }), { now }).evidence).toHaveLength(
      1,
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e20, -1])('a time of %d changes no cause', (time) => {
    const context = { credentialExpiresAt: time, succeededAt: time, now: time };
    expect(diagnose(refused(403, '{"message":"IP address not allowed"}'), context).cause).toBe('ip-not-allowed');
  });

  test.each([
    [false, 'credential-missing'],
    [true, 'credential-invalid'],
  ])('an empty 401 to a call with credentialSent %s is %s', (credentialSent, cause) => {
    expect(diagnose(refused(401, ''), { credentialSent }).cause).toBe(cause);
  });
});

const KIB_64 = 65_536;
const HOSTILE: readonly (readonly [string, string])[] = [
  ['nested arrays', '['.repeat(1_000_000)],
  ['nested objects', '{"a":'.repeat(200_000)],
  ['closed nested arrays', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['round brackets', '('.repeat(KIB_64)],
  ['open tags', '<a'.repeat(KIB_64 / 2)],
  ['open comments', '<!--'.repeat(KIB_64 / 4)],
  ['entities', `<html>${'&amp;'.repeat(KIB_64 / 5)}`],
  [
    'doctype with entities',
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'<!ENTITY b "&a;&a;">'.repeat(1000)}]><x>&b;</x>`,
  ],
  ['prototype names', '{"__proto__":{"message":"token expired"},"constructor":{"prototype":{"error":"x"}}}'],
  ['quotes', '"'.repeat(KIB_64)],
  ['backslashes', `{"message":"${'\\\\'.repeat(30_000)}"`],
  ['one long word', 'a'.repeat(KIB_64)],
  ['token words', 'token expired or '.repeat(4000)],
  ['spaces', ' '.repeat(KIB_64)],
  ['invalid unicode', '\ud800\udc00\udfff'.repeat(10_000)],
  ['many keys', JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 'v w'])))],
];

test.each(HOSTILE)('ends on a body of %s', (_, body) => {
  // Anything that backtracks takes minutes, which no test may.
  expect(CAUSES).toHaveProperty(diagnose(refused(403, body)).cause);
  expect(({} as Record<string, unknown>).message).toBeUndefined();
});

function isJson(body: string): boolean {
  try {
    return typeof JSON.parse(body) === 'object';
  } catch {
    return false;
  }
}

function refused(status: number, body: string, headers: Record<string, string> = {}): Refusal {
  return {
    request: { method: 'GET', url: 'https://api.example.com/x', headers: { authorization: 'Bearer x' } },
    response: { status, headers, body },
  };
}
