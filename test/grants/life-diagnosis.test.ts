import { expect, test } from 'vitest';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Grant } from '../../lambda/grants/grant.ts';
import type { Life } from '../../lambda/grants/life.ts';
import { afterLife, diagnosisOfLife } from '../../lambda/grants/life-diagnosis.ts';

const NOW = Date.UTC(2026, 5, 1);
const HOUR_SECONDS = 3_600;
const PAST = NOW / 1_000 - HOUR_SECONDS;
const AHEAD = NOW / 1_000 + HOUR_SECONDS;

const grant = (life: Life): Grant => ({ life, evidence: [{ where: 'body active', what: 'false' }] });

test.each([
  ['expired', undefined, 'credential-expired', 'certain'],
  ['revoked', undefined, 'credential-revoked', 'certain'],
  ['revoked', PAST, 'credential-revoked', 'certain'],
  ['ended', PAST, 'credential-expired', 'likely'],
  ['ended', AHEAD, 'credential-revoked', 'likely'],
  ['ended', undefined, 'credential-invalid', 'likely'],
] as const)('%s, with an end of %s, is %s, %s', (life, end, cause, confidence) => {
  const diagnosis = diagnosisOfLife(grant(life), end, 'gitlab', NOW);
  expect(diagnosis).toMatchObject({ cause, confidence, family: 'authentication', details: { provider: 'gitlab' } });
  expect(diagnosis?.evidence[0]).toEqual({ where: 'body active', what: 'false' });
});

test('what lives, and what is not said to, is no diagnosis', () => {
  expect(diagnosisOfLife(grant('alive'), PAST, undefined, NOW)).toBeUndefined();
  expect(diagnosisOfLife({ evidence: [] }, PAST, undefined, NOW)).toBeUndefined();
});

const refusal = diagnose({
  request: { method: 'GET', url: 'https://gitlab.example.com/api/v4/x', headers: { authorization: 'Bearer x' } },
  response: { status: 401, headers: {}, body: '{"message":"401 Unauthorized"}' },
});

test.each([
  [PAST, 'credential-expired'],
  [AHEAD, 'credential-revoked'],
  [undefined, 'credential-invalid'],
] as const)('refused by a provider that knew it, with an end of %s, it is %s', (end, cause) => {
  expect(refusal.cause).toBe('credential-invalid');
  const after = afterLife(refusal, NOW - 60_000, end, NOW);
  expect(after).toMatchObject({ cause, confidence: 'likely' });
  expect(after.evidence.at(-1)).toEqual({ where: 'history', what: 'it was good at 2026-05-31T23:59:00.000Z' });
});

test('a refusal that says why itself is left as it is', () => {
  const revoked = { ...refusal, cause: 'credential-revoked' as const };
  expect(afterLife(revoked, NOW, PAST, NOW)).toBe(revoked);
});
