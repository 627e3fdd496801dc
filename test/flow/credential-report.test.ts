import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { reportCredential } from '../../lambda/credential-report.ts';
import { CAUSES, type Cause } from '../../lambda/diagnosis/causes.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { COMMON } from '../support/common-credential.ts';

const NOW = Date.UTC(2026, 0, 1);
const { alerts } = parseConfig({ monitor: 'm', probes: [{ name: 'a', url: 'https://api.example.com/' }] });

const run = (changes: Partial<RunResult>): RunResult => ({
  probe: 'a',
  credential: 'ci',
  slot: 0,
  observedAt: 0,
  url: 'https://api.example.com/',
  outcome: 'ok',
  durationMs: 1,
  phases: { totalMs: 1 },
  failures: [],
  ...changes,
});

const refused = (cause: Cause, missingScopes?: readonly string[]) =>
  run({
    outcome: 'refused',
    diagnosis: {
      cause,
      family: CAUSES[cause],
      confidence: 'certain',
      evidence: [],
      details: missingScopes ? { missingScopes } : {},
      remedy: '',
    },
  });

const ending = (days: number) =>
  run({ grant: { expiresAt: NOW / 1000 + days * 86_400, expirySource: 'reported', evidence: [] } });

const report = (...results: RunResult[]) =>
  reportCredential('ci', { ...COMMON, kind: 'bearer', scheme: 'Bearer', secret: 'prod/ci' }, results, alerts, NOW);

test.each([
  ['ok', [run({})]],
  ['expired', [run({}), refused('credential-expired')]],
  ['revoked', [refused('credential-revoked')]],
  ['invalid', [refused('credential-invalid')]],
  ['invalid', [refused('signature-invalid')]],
  ['expired', [refused('scope-missing'), refused('credential-expired')]],
  ['under-scoped', [run({}), refused('scope-missing')]],
  ['under-scoped', [run({ grant: { scopes: [], missingScopes: ['repo'], evidence: [] } })]],
  ['expiring', [ending(29)]],
  ['ok', [ending(31)]],
  ['unknown', [refused('waf-blocked')]],
  ['unknown', []],
  ['unknown', [run({ outcome: 'failed', credentialUnreadable: 'secret prod/ci does not exist' })]],
  ['unknown', [run({ credential: 'another' })]],
] as const)('a credential is %s by %j', (state, results) => {
  expect(report(...results).state).toBe(state);
});

test('the missing scopes are those of the refusals and of the grant, each once', () => {
  const grant = { scopes: ['gist'], missingScopes: ['repo'], evidence: [] };
  expect(report(run({ grant }), refused('scope-missing', ['repo', 'read:org']))).toMatchObject({
    grantedScopes: ['gist'],
    missingScopes: ['repo', 'read:org'],
  });
});

test('an unreadable secret says why', () => {
  const reason = 'secret prod/ci does not exist';
  expect(report(run({ outcome: 'failed', credentialUnreadable: reason }))).toMatchObject({ reason });
});

test('a short life is expiring when a warning is sent, and not from its first minute on', () => {
  const grant = (daysLeft: number, life: number) => ({
    issuedAt: NOW / 1000 - (life - daysLeft) * 86_400,
    expiresAt: NOW / 1000 + daysLeft * 86_400,
    expirySource: 'claimed' as const,
    evidence: [],
  });
  const stateWith = (daysLeft: number, life: number) => report(run({ grant: grant(daysLeft, life) })).state;
  expect([stateWith(4, 5), stateWith(1, 5), stateWith(-0.1, 0.5)]).toEqual(['ok', 'expiring', 'expiring']);
});

test('a dead credential says what was read of it, and nothing of its scopes', () => {
  const dead = refused('credential-invalid');
  const evidence = [{ where: 'body message', what: 'Bad credentials' }];
  const { diagnosis } = dead;
  if (diagnosis === undefined) throw new Error('not refused');
  const credential = { ...COMMON, kind: 'bearer', scheme: 'Bearer', secret: 'prod/ci', scopes: ['repo'] } as const;
  const told = reportCredential('ci', credential, [{ ...dead, diagnosis: { ...diagnosis, evidence } }], alerts, NOW);
  expect(told).toMatchObject({ state: 'invalid', reason: 'body message: Bad credentials' });
  expect(told.scopesNotListed).toBeUndefined();
});
