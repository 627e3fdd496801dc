import { expect, test } from 'vitest';
import type { CredentialConfig } from '../../lambda/config/types.ts';
import { judgeAnswers } from '../../lambda/grants/asked.ts';
import { diagnosisOfLife } from '../../lambda/grants/life-diagnosis.ts';
import { COMMON } from '../support/common-credential.ts';

const NOW = Date.UTC(2026, 2, 2);
const DAY_MS = 24 * 60 * 60 * 1_000;
const credential: CredentialConfig = { ...COMMON, kind: 'bearer', scheme: 'Bearer', secret: 'prod/token' };

test.each([
  ['99999999', NOW + DAY_MS],
  ['Fri, 01 Jan 2100 00:00:00 GMT', NOW + DAY_MS],
  ['600', NOW + 600_000],
])('a provider that wants to rest until %s is asked again within a day', (retryAfter, notBefore) => {
  const observation = {
    request: { method: 'GET', url: 'https://api.example.com/me', headers: {}, credentialSent: true },
    startedAt: NOW,
    phases: { totalMs: 1 },
    redirects: [],
    response: { status: 429, headers: { 'retry-after': retryAfter }, body: '', truncated: false },
  } as const;
  const question = { read: () => ({ source: 'reported' as const }) };
  const verdict = judgeAnswers([{ question, observation }], { credential, knownEnd: undefined, now: NOW });
  expect(verdict.notBefore).toBe(notBefore);
});

test.each([
  [-3_600, 'credential-expired'],
  [120, 'credential-expired'],
  [3_600, 'credential-revoked'],
])('a token that is at its end, known to end in %i s, is %s: clocks are minutes apart', (seconds, cause) => {
  const grant = { life: 'ended' as const, evidence: [{ where: 'introspection active', what: 'false' }] };
  const diagnosis = diagnosisOfLife(grant, NOW / 1_000 + seconds, undefined, NOW);
  expect(diagnosis?.cause).toBe(cause);
});
