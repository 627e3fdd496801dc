import { describe, expect, test } from 'vitest';
import { missingScopes } from '../../lambda/grants/missing-scopes.ts';
import { sentry } from '../../lambda/grants/providers/sentry.ts';
import { said } from './provider-answers.ts';

/** Made as Sentry does: the claims in Base64, then a random part. */
function organizationToken(claims: unknown): string {
  return `sntrys_${Buffer.from(JSON.stringify(claims)).toString('base64')}_plantedplantedplantedplantedplantedplanted`;
}

describe("Sentry, what an organisation's token says of itself", () => {
  test('whom it is for, and when it was made', () => {
    const token = organizationToken({ iat: 1684154626.824782, url: 'https://sentry.io', region_url: '', org: 'acme' });
    expect(said(sentry.readToken?.(token))).toEqual({ issuedAt: 1684154626, identity: 'acme' });
    expect(sentry.readToken?.(token)?.source).toBe('claimed');
  });

  test.each([
    'sntryu_0123456789abcdef',
    'sntrys_not-base64!_x',
    'sntrys_bm90IGpzb24=_x',
    organizationToken({ iat: 1684154626 }),
    organizationToken(null),
    organizationToken({ iat: 'x', org: 7 }),
  ])('nothing where it is none: %s', (token) => {
    expect(sentry.readToken?.(token)).toBeUndefined();
  });
});

describe('Sentry, which scopes include others', () => {
  test.each([
    ['org:admin', ['org:admin', 'org:write', 'org:read', 'org:integrations'], []],
    ['org:write', ['org:read', 'org:integrations'], ['org:integrations']],
    ['member:write', ['member:invite', 'member:read'], []],
    ['member:invite', ['member:read', 'member:write'], ['member:write']],
    ['project:releases', ['project:read'], ['project:read']],
    ['event:admin', ['event:read', 'event:write', 'project:read'], ['project:read']],
  ])('%s', (granted, wanted, missing) => {
    expect(missingScopes([granted], wanted, undefined, sentry)).toEqual(missing);
  });
});
