import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGrant } from '../../lambda/grants/read-grant.ts';
import { answer, bearer, jwt, silence } from './fixtures.ts';

const JANUARY = Date.UTC(2030, 0) / 1_000;

function grantOf(token: string, scopes?: readonly string[]) {
  return readGrant({ observation: silence, token, credential: bearer(scopes && { scopes }) });
}

test('an access token of RFC 9068 says when it ends, what it may do and whom it speaks for', () => {
  const token = jwt({
    iss: 'https://as.example',
    exp: JANUARY,
    iat: JANUARY - 3600,
    scope: 'a b',
    sub: 'u1',
    client_id: 'c',
  });
  expect(grantOf(token)).toStrictEqual({
    expiresAt: JANUARY,
    expirySource: 'claimed',
    issuedAt: JANUARY - 3600,
    scopes: ['a', 'b'],
    identity: 'u1',
    identityFrom: 'token claim sub',
    scopesFrom: 'token claims',
    evidence: [
      { where: 'token claim exp', what: '1893456000 (2030-01-01T00:00:00Z)' },
      { where: 'token claim scope', what: 'a b' },
      { where: 'token claim sub', what: 'u1' },
      { where: 'token claim iat', what: '1893452400 (2029-12-31T23:00:00Z)' },
    ],
  });
});

describe('exp', () => {
  test.each([
    ['in seconds', JANUARY, JANUARY],
    ['with a fraction', JANUARY + 0.9, JANUARY],
    ['in milliseconds', JANUARY * 1_000, JANUARY],
    ['as text', String(JANUARY), JANUARY],
  ])('%s is read', (_, exp, expiresAt) => {
    expect(grantOf(jwt({ exp }))).toMatchObject({ expiresAt, expirySource: 'claimed' });
  });

  test.each([0, -1, 1, 1e10, 1e20, 1e308, '', 'never', '2030-01-01', '1e9', ' ', true, null, {}, [JANUARY]])(
    '%j is no time, so it is unknown',
    (exp) => {
      expect(grantOf(jwt({ exp }))).toBeUndefined();
    },
  );
});

describe('scopes', () => {
  test.each([
    ['scope, a text', { scope: 'a b  c' }, ['a', 'b', 'c']],
    ['scope, a list', { scope: ['a', 'b'] }, ['a', 'b']],
    ['scp, a text (Entra, delegated)', { scp: 'User.Read Mail.Send' }, ['User.Read', 'Mail.Send']],
    ['scp, a list (Okta)', { scp: ['openid', 'okta.users.read'] }, ['openid', 'okta.users.read']],
    ['roles (Entra, application)', { roles: ['User.Read.All'] }, ['User.Read.All']],
    ['permissions beside scope (Auth0)', { scope: 'openid', permissions: ['read:x', 'openid'] }, ['openid', 'read:x']],
    ['scopes', { scopes: 'a,b' }, ['a', 'b']],
    ['an empty claim, no scopes', { scope: '' }, []],
    ['an empty list, no scopes', { roles: [] }, []],
  ])('%s', (_, claims, scopes) => {
    expect(grantOf(jwt(claims))).toMatchObject({ scopes });
  });

  test.each([
    ['no such claim', { exp: JANUARY }],
    ['a number', { exp: JANUARY, scope: 7 }],
    ['a list of objects', { exp: JANUARY, roles: [{ name: 'admin' }] }],
    ['one good and one odd claim', { exp: JANUARY, scope: 'a', permissions: { read: true } }],
  ])('%s: unknown, so none is missing', (_, claims) => {
    expect(grantOf(jwt(claims), ['a'])).toStrictEqual(grantOf(jwt({ exp: JANUARY })));
  });

  test('a claim of an object prototype is none', () => {
    expect(grantOf(jwt({ exp: JANUARY, constructor: 'a' }))).not.toHaveProperty('scopes');
  });
});

test.each([
  [{ sub: 'u', client_id: 'c', azp: 'z', appid: 'i' }, 'u'],
  [{ client_id: 'c', azp: 'z' }, 'c'],
  [{ azp: 'z', appid: 'i' }, 'z'],
  [{ sub: '', appid: 'i' }, 'i'],
  [{ sub: 7, appid: 'a\nb' }, 'a b'],
])('%j speaks for %j', (claims, identity) => {
  expect(grantOf(jwt(claims))).toMatchObject({ identity });
});

describe('a look-alike is no JWT', () => {
  const encrypted = `${jwt({ exp: JANUARY }, { alg: 'RSA-OAEP', enc: 'A256GCM' })}.YWJj.ZGVm`;
  test.each([
    ['nothing', ''],
    ['two dots', '..'],
    ['a SendGrid key', 'SG.bmdrZXktaWQ.c2VjcmV0LXBhcnQ'],
    ['a Discord bot token', 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs'],
    ['a rotating Slack token', 'xoxe.xoxb-1-MQ.Mg'],
    ['an encrypted token (JWE, five parts)', encrypted],
    ['a JWT without its signature part', jwt({ exp: JANUARY }).split('.').slice(0, 2).join('.')],
    ['a JWT with a fourth part', `${jwt({ exp: JANUARY })}.x`],
    ['one whose header names no algorithm', jwt({ exp: JANUARY }, { typ: 'JWT' })],
    ['one whose header is a list', jwt({ exp: JANUARY }, ['alg'])],
    ['one whose claims are a list', jwt([{ exp: JANUARY }])],
    ['one whose claims are null', jwt(null)],
    ['one in plain base64', jwt({ exp: JANUARY, sub: '???>>>' }).replaceAll('_', '/').replaceAll('-', '+')],
    ['one with a word before it', `Bearer ${jwt({ exp: JANUARY })}`],
    [
      'one with deep nesting in it',
      `${jwt({}).split('.')[0]}.${Buffer.from('['.repeat(40_000)).toString('base64url')}.x`,
    ],
    ['one of two megabytes', jwt({ exp: JANUARY, pad: 'x'.repeat(2_000_000) })],
  ])('%s', (_, token) => {
    expect(grantOf(token)).toBeUndefined();
  });
});

test('a JWT without a signature value is read: the server will judge it', () => {
  expect(grantOf(jwt({ exp: JANUARY }, { alg: 'none' }).replace(/\.c2ln$/, '.'))).toMatchObject({ expiresAt: JANUARY });
});

test('any token and any response give a grant with evidence or none, and never an error', () => {
  const claims = fc.dictionary(
    fc.constantFrom('exp', 'iat', 'scope', 'scp', 'scopes', 'roles', 'permissions', 'sub', 'azp', '__proto__'),
    fc.oneof(fc.jsonValue(), fc.double(), fc.string()),
  );
  const token = fc.oneof(
    fc.string({ unit: 'binary' }),
    claims.map((each) => jwt(each)),
    fc.jsonValue().map((each) => jwt(each)),
  );
  const headers = fc.dictionary(
    fc.constantFrom('x-oauth-scopes', 'github-authentication-token-expiration', 'date'),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.date({ noInvalidDate: true }).map((date) => `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`),
    ),
  );
  fc.assert(
    fc.property(
      token,
      headers,
      fc.string(),
      fc.integer({ min: 100, max: 599 }),
      fc.constantFrom('github', 'slack', 'x'),
      (value, fields, body, status, provider) => {
        const observation = answer(fields, { body, status });
        const grant = readGrant({ observation, token: value, credential: bearer({ provider, scopes: ['repo'] }) });
        if (grant === undefined) return;
        expect(grant.evidence.length).toBeGreaterThan(0);
        expect(grant.expiresAt === undefined).toBe(grant.expirySource === undefined);
        expect(grant.scopes === undefined).toBe(grant.missingScopes === undefined);
      },
    ),
  );
});

test('no part of a token is in what is kept of it', () => {
  const token = jwt({ exp: JANUARY, iat: JANUARY - 60, scope: 'a', sub: 'u', jti: 'planted-id' });
  const kept = JSON.stringify(grantOf(token));
  for (const part of token.split('.')) expect(kept).not.toContain(part);
  expect(kept).not.toContain('planted-id');
});

test('a claim that is left out with its last scope is a loss of what was remembered of all claims', () => {
  const before = grantOf(jwt({ exp: JANUARY, scp: 'a', roles: ['Mail.Read'] }));
  const baselines = { [before?.scopesFrom ?? '']: before?.scopes ?? [] };
  const token = jwt({ exp: JANUARY, scp: 'a' });
  const after = readGrant({ observation: silence, token, credential: bearer(), baselines });
  expect(after).toMatchObject({ scopesFrom: before?.scopesFrom, missingScopes: ['Mail.Read'] });
});
