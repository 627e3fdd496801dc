import { describe, expect, test } from 'vitest';
import { readGrant } from '../../lambda/grants/read-grant.ts';
import { answer, bearer, jwt, silence } from './fixtures.ts';

const EXPIRATION = 'github-authentication-token-expiration';
const credential = bearer({ provider: 'github' });

describe('GitHub, when a token expires', () => {
  // Both shapes stand in responses that PyGithub recorded (tests/ReplayData).
  test.each([
    ['2025-02-04 16:42:10 UTC', Date.UTC(2025, 1, 4, 16, 42, 10)],
    ['2026-02-06 07:42:23 +0100', Date.UTC(2026, 1, 6, 6, 42, 23)],
    ['2026-02-06 07:42:23 -0830', Date.UTC(2026, 1, 6, 16, 12, 23)],
  ])('reads %s', (header, ms) => {
    expect(readGrant({ observation: answer({ [EXPIRATION]: header }), credential })).toStrictEqual({
      expiresAt: ms / 1_000,
      expirySource: 'reported',
      evidence: [{ where: `header ${EXPIRATION}`, what: header }],
    });
  });

  test.each([403, 404, 429, 500])('reads it from a %d too', (status) => {
    const observation = answer({ [EXPIRATION]: '2027-02-04 16:42:10 UTC' }, { status });
    expect(readGrant({ observation, credential })?.expirySource).toBe('reported');
  });

  test.each([
    '',
    'never',
    '2025-02-04',
    '2025-02-04T16:42:10Z',
    '2025-13-04 16:42:10 UTC',
    '2025-02-04 25:42:10 UTC',
    '0001-01-01 00:00:00 UTC',
    '9999-12-31 23:59:59 UTC',
    '2025-02-04 16:42:10 CET',
    '1738687330',
  ])('takes %j for unknown', (header) => {
    expect(readGrant({ observation: answer({ [EXPIRATION]: header }), credential })).toBeUndefined();
  });
});

describe('GitHub, which scopes a token has', () => {
  test('reads them from a 2xx', () => {
    expect(readGrant({ observation: answer({ 'x-oauth-scopes': 'repo, user' }), credential })).toStrictEqual({
      scopes: ['repo', 'user'],
      scopesFrom: 'header x-oauth-scopes',
      evidence: [{ where: 'header x-oauth-scopes', what: 'repo, user' }],
    });
  });

  test('takes an empty header for no scopes', () => {
    const grant = readGrant({
      observation: answer({ 'x-oauth-scopes': '' }),
      credential: bearer({ provider: 'github', scopes: ['repo'] }),
    });
    expect(grant).toMatchObject({ scopes: [], missingScopes: ['repo'], evidence: [{ what: '(empty)' }] });
  });

  test.each(['github_pat_11A', 'ghs_x', 'ghu_x'])(
    'takes an empty header for unknown where a token like %s has permissions',
    (token) => {
      expect(readGrant({ observation: answer({ 'x-oauth-scopes': '' }), credential, token })).toBeUndefined();
    },
  );

  test('takes an absent header for unknown, not for none', () => {
    const observation = answer({ [EXPIRATION]: '2027-02-04 16:42:10 UTC' });
    const grant = readGrant({ observation, credential: bearer({ provider: 'github', scopes: ['repo'] }) });
    expect(grant).not.toHaveProperty('scopes');
    expect(grant).not.toHaveProperty('missingScopes');
  });

  test.each([304, 401, 403, 404])('does not read them from a %d', (status) => {
    expect(readGrant({ observation: answer({ 'x-oauth-scopes': 'repo' }, { status }), credential })).toBeUndefined();
  });

  test('does not read half a list: too many scopes, or what is no scope, is unknown', () => {
    const many = Array.from({ length: 1_001 }, (_, n) => `s${n}`).join(', ');
    expect(readGrant({ observation: answer({ 'x-oauth-scopes': many }), credential })).toBeUndefined();
    expect(readGrant({ observation: answer({ 'x-oauth-scopes': 'repo, two words' }), credential })).toBeUndefined();
  });

  test.each([
    ['repo', ['repo', 'repo:status', 'repo_deployment', 'public_repo', 'repo:invite', 'security_events'], []],
    ['user', ['read:user', 'user:email', 'user:follow'], []],
    ['admin:org', ['admin:org', 'write:org', 'read:org'], []],
    ['write:org', ['admin:org', 'write:org', 'read:org'], ['admin:org']],
    ['read:org', ['write:org', 'read:org'], ['write:org']],
    ['admin:repo_hook', ['write:repo_hook', 'read:repo_hook'], []],
    ['write:packages', ['read:packages', 'delete:packages'], ['delete:packages']],
    ['admin:enterprise', ['manage_billing:enterprise', 'read:enterprise'], []],
    ['project', ['read:project'], []],
    ['public_repo', ['repo', 'public_repo'], ['repo']],
    ['user:email', ['user', 'read:user'], ['user', 'read:user']],
    ['repo, read:org', ['workflow', 'repo', 'gist', 'read:org'], ['workflow', 'gist']],
    ['constructor', ['toString'], ['toString']],
  ])('a token with %s, meant to have %j, lacks %j', (granted, scopes, missingScopes) => {
    const observation = answer({ 'x-oauth-scopes': granted });
    expect(readGrant({ observation, credential: bearer({ provider: 'github', scopes }) })).toMatchObject({
      missingScopes,
    });
  });
});

describe('Slack', () => {
  const url = 'https://slack.com/api/auth.test';
  const headers = { 'x-oauth-scopes': 'channels:read,chat:write' };

  test('lists scopes in an answer that says ok', () => {
    const observation = answer(headers, { url, body: '{"ok":true,"team":"T"}' });
    const grant = readGrant({
      observation,
      credential: bearer({ provider: 'slack', scopes: ['chat:write', 'users:read'] }),
    });
    expect(grant).toStrictEqual({
      scopes: ['channels:read', 'chat:write'],
      scopesFrom: 'header x-oauth-scopes',
      missingScopes: ['users:read'],
      evidence: [{ where: 'header x-oauth-scopes', what: 'channels:read,chat:write' }],
    });
  });

  test.each([
    ['a refusal', 200, '{"ok":false,"error":"missing_scope","needed":"users:read"}'],
    ['a text that quotes one', 200, '{"ok":false,"note":"\\"ok\\":true"}'],
    ['a rate limit', 429, '{"ok":true}'],
    ['a page', 200, '<html>"ok":true</html>'],
    ['nothing', 200, ''],
  ])('does not list them in %s', (_, status, body) => {
    const observation = answer(headers, { url, status, body });
    expect(readGrant({ observation, credential: bearer({ provider: 'slack' }) })).toBeUndefined();
  });

  test('includes no scope in another', () => {
    const observation = answer({ 'x-oauth-scopes': 'admin:x' }, { url, body: '{ "ok": true }' });
    expect(readGrant({ observation, credential: bearer({ provider: 'slack', scopes: ['read:x'] }) })).toMatchObject({
      missingScopes: ['read:x'],
    });
  });
});

describe('whose word counts', () => {
  const headers = { 'x-oauth-scopes': 'repo', [EXPIRATION]: '2027-02-04 16:42:10 UTC' };

  test('a credential without a provider is known by the host', () => {
    expect(readGrant({ observation: answer(headers), credential: bearer() })).toMatchObject({ scopes: ['repo'] });
    const slack = answer(headers, { url: 'https://acme.slack.com/api/auth.test', body: '{"ok":true}' });
    expect(readGrant({ observation: slack, credential: bearer() })).toMatchObject({ scopes: ['repo'] });
  });

  test.each(['https://api.github.com.evil.example/', 'https://notslack.com/', 'not a url'])(
    'the same headers from %s say nothing',
    (url) => {
      expect(readGrant({ observation: answer(headers, { url }), credential: bearer() })).toBeUndefined();
    },
  );

  test('a named provider is read at any host, and no other', () => {
    const observation = answer(headers, { url: 'http://127.0.0.1:1/user' });
    expect(readGrant({ observation, credential })).toMatchObject({ scopes: ['repo'] });
    expect(readGrant({ observation: answer(headers), credential: bearer({ provider: 'gitlab' }) })).toBeUndefined();
  });

  test('an answer to a request that did not carry the credential says nothing of it', () => {
    expect(readGrant({ observation: answer(headers, { credentialSent: false }), credential })).toBeUndefined();
  });

  test('what is reported goes before what the token claims', () => {
    const token = jwt({
      exp: Date.UTC(2030, 0) / 1_000,
      iat: Date.UTC(2026, 0) / 1_000,
      scope: 'user',
      sub: 'octocat',
    });
    expect(readGrant({ observation: answer(headers), credential, token })).toMatchObject({
      expiresAt: Date.UTC(2027, 1, 4, 16, 42, 10) / 1_000,
      expirySource: 'reported',
      issuedAt: Date.UTC(2026, 0) / 1_000,
      scopes: ['repo'],
      identity: 'octocat',
    });
  });

  test('what the token claims fills in what is not reported, also without an answer', () => {
    const token = jwt({ exp: Date.UTC(2030, 0) / 1_000, scope: 'a b' });
    expect(readGrant({ observation: silence, credential: bearer({ scopes: ['b', 'c'] }), token })).toMatchObject({
      expiresAt: Date.UTC(2030, 0) / 1_000,
      expirySource: 'claimed',
      scopes: ['a', 'b'],
      missingScopes: ['c'],
    });
  });
});

test('quoted text stays on one line and short', () => {
  const observation = answer({
    [EXPIRATION]: '2027-02-04 16:42:10 UTC',
    'x-oauth-scopes': `repo,\u2028${'s,'.repeat(300)}`,
  });
  for (const { what } of readGrant({ observation, credential })?.evidence ?? []) {
    expect(what).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,201}$/u);
  }
});
