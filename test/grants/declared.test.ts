import { expect, test } from 'vitest';
import type { CredentialConfig } from '../../lambda/config/types.ts';
import { withoutStaleExpiry } from '../../lambda/grants/declared.ts';
import { nextDeclared } from '../../lambda/incidents/declared.ts';
import { aRun } from '../incidents/a-run.ts';
import { COMMON } from '../support/common-credential.ts';
import { refreshToken } from '../support/minting.ts';

const expiresAt = Date.UTC(2027, 0) / 1_000;
const NOW = Date.UTC(2026, 6);
const HOUR = 60 * 60_000;
const declared = { expiresAt, secretVersion: 'v1', since: NOW };
const bearer: CredentialConfig = { ...COMMON, kind: 'bearer', scheme: 'Bearer', secret: 'prod/token', expiresAt };

test('a declared end says nothing of a version that somebody has stored since', () => {
  const later = NOW + 25 * HOUR;
  expect(withoutStaleExpiry(bearer, declared, 'v1', later)).toBe(bearer);
  expect(withoutStaleExpiry(bearer, declared, 'v2', later)).not.toHaveProperty('expiresAt');
  expect(withoutStaleExpiry({ ...bearer, expiresAt: expiresAt + 1 }, declared, 'v2', later)).toHaveProperty(
    'expiresAt',
  );
});

test('a declared end outlives the versions that each refresh writes', () => {
  const rotating = refreshToken({ rotates: true, expiresAt });
  expect(withoutStaleExpiry(rotating, declared, 'v2', NOW + 25 * HOUR)).toBe(rotating);
});

test('a version that is stored on the day of the declaration is the one that it was made for, and stays so', () => {
  const reading = (at: number, secretVersion: string) => ({
    ...aRun(0, { observedAt: at, secretVersion }),
    grant: { expiresAt, expirySource: 'declared' as const, evidence: [] },
  });
  expect(withoutStaleExpiry(bearer, declared, 'v2', NOW + HOUR)).toBe(bearer);
  const moved = nextDeclared(declared, reading(NOW + HOUR, 'v2'));
  expect(moved).toEqual({ expiresAt, secretVersion: 'v2', since: NOW });
  expect(withoutStaleExpiry(bearer, moved, 'v2', NOW + 30 * HOUR)).toBe(bearer);
  expect(withoutStaleExpiry(bearer, moved, 'v3', NOW + 30 * HOUR)).not.toHaveProperty('expiresAt');
});
