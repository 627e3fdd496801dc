import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../lambda/asking/check-plan.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { KnownCredential } from '../../lambda/incidents/known.ts';
import type { DueCheck } from '../../lambda/ports.ts';
import { aRefusal, aRun, MINUTE, START } from '../incidents/a-run.ts';

const config = parseConfig({
  monitor: 'plans',
  credentials: {
    'github-ci': { kind: 'bearer', provider: 'github', secret: 'prod/github' },
    hub: { kind: 'bearer', provider: 'huggingface', secret: 'prod/hub' },
  },
  probes: [
    { name: 'list repos', url: 'https://api.github.com/user/repos', credential: 'github-ci' },
    { name: 'models', url: 'https://huggingface.co/api/models', credential: 'hub' },
  ],
});

const asked = (minutesAgo: number, more: Partial<NonNullable<KnownCredential['asked']>> = {}): KnownCredential => ({
  blames: {},
  asked: { at: START - minutesAgo * MINUTE, secretVersion: 'v1', alive: true, ...more },
});
const due = (credential = 'github-ci'): DueCheck => ({ credential, slot: START, delayMs: 0 });
const plan = (
  checks: readonly DueCheck[],
  results: Parameters<typeof checkPlan>[1],
  known?: KnownCredential,
  name = 'github-ci',
) =>
  checkPlan(checks, results, new Map(known ? [[name, known]] : []), config, START).map((one) => [
    one.name,
    one.isBlamed,
  ]);

describe('a credential is asked about', () => {
  test('when it is due, with where its probes go', () => {
    expect(checkPlan([due()], [], new Map(), config, START)).toMatchObject([
      { name: 'github-ci', slot: START, isBlamed: false, urls: ['https://api.github.com/user/repos'] },
    ]);
  });

  test('at the first run, and at the first with another version of its secret', () => {
    expect(plan([], [aRun(0)])).toEqual([['github-ci', false]]);
    expect(plan([], [aRun(0)], asked(1))).toEqual([]);
    expect(plan([], [aRun(0, { secretVersion: 'v2' })], asked(0))).toEqual([['github-ci', false]]);
  });

  test('when a probe is refused for its sake, but not for the API', () => {
    expect(plan([], [aRefusal(0, 'credential-invalid')], asked(5))).toEqual([['github-ci', true]]);
    expect(plan([], [aRefusal(0, 'permission-denied')], asked(5))).toEqual([]);
    expect(plan([], [aRefusal(0, 'waf-blocked')], asked(5))).toEqual([]);
  });
});

describe('a provider is left alone', () => {
  test('for a moment after it was asked, and about what is told already', () => {
    expect(plan([], [aRefusal(0, 'credential-invalid')], asked(0.5))).toEqual([]);
    const incident = { since: START, openedAt: START, told: ['credential-invalid'], lastAlertAt: START } as const;
    expect(plan([], [aRefusal(0, 'credential-invalid')], { ...asked(5), incident })).toEqual([]);
    expect(plan([due()], [], { ...asked(5), incident })).toEqual([['github-ci', false]]);
  });

  test('for as long as it wants, whatever happens', () => {
    const resting = asked(5, { notBefore: START + 1 });
    expect(plan([due()], [aRefusal(0, 'credential-invalid', { secretVersion: 'v2' })], resting)).toEqual([]);
  });

  test('for as long as it is known to bear no more', () => {
    expect(plan([due('hub')], [], asked(30), 'hub')).toEqual([]);
    expect(plan([due('hub')], [], asked(61), 'hub')).toEqual([['hub', false]]);
  });

  test('while probes read all that it would say, but not in doubt', () => {
    const read = (hoursAgo: number) => ({ ...asked(5), grantReadAt: START - hoursAgo * 60 * MINUTE });
    expect(plan([due()], [], read(1))).toEqual([]);
    expect(plan([due()], [], read(3))).toEqual([['github-ci', false]]);
    expect(plan([due()], [aRefusal(0, 'credential-invalid')], read(1))).toEqual([['github-ci', true]]);
  });

  test('about a credential that is configured no more', () => {
    expect(plan([due('gone')], [aRun(0, { credential: 'gone' })])).toEqual([]);
  });
});
