import { expect, test } from 'vitest';
import type { CredentialConfig } from '../../lambda/config/types.ts';
import { withoutStaleExpiry } from '../../lambda/grants/declared.ts';
import { COMMON } from '../support/common-credential.ts';
import { refreshToken } from '../support/minting.ts';

const expiresAt = Date.UTC(2027, 0) / 1_000;
const declared = { expiresAt, secretVersion: 'v1' };
const bearer: CredentialConfig = { ...COMMON, kind: 'bearer', scheme: 'Bearer', secret: 'prod/token', expiresAt };

test('a declared end says nothing of a version that somebody has stored since', () => {
  expect(withoutStaleExpiry(bearer, declared, 'v1')).toBe(bearer);
  expect(withoutStaleExpiry(bearer, declared, 'v2')).not.toHaveProperty('expiresAt');
});

test('a declared end outlives the versions that each refresh writes', () => {
  const rotating = refreshToken({ rotates: true, expiresAt });
  expect(withoutStaleExpiry(rotating, declared, 'v2')).toBe(rotating);
});
