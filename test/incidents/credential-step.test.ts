import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cause } from '../../lambda/diagnosis/causes.ts';
import type { Grant } from '../../lambda/grants/grant.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { stepCredential } from '../../lambda/incidents/credential-step.ts';
import { GRANT, MAX_BLAMES } from '../../lambda/incidents/state.ts';
import { parseAlert, parseCredentialState, parseProbeState } from '../../lambda/incidents/state-schema.ts';
import { ASKED, type RunResult } from '../../lambda/run-result.ts';
import { aDiagnosis, aFailure, aRefusal, aRun, DAY, MINUTE, START, theRules } from './a-run.ts';
import { newPlay, type Play, take } from './play.ts';

const rules = theRules();
const kinds = (alerts: readonly Alert[]) => alerts.map(({ kind }) => kind);
const at = (minute: number) => START + minute * MINUTE + 2_000;
const stateOf = (play: Play) => play.credentials.get('github-ci');

const orgs = { probe: 'list orgs' };
const teams = { probe: 'list teams' };
const v2 = { secretVersion: 'v2' };

const seeing = (scopes: readonly string[], missingScopes: readonly string[]): { grant: Grant } => ({
  grant: { scopes, missingScopes, evidence: [{ where: 'header x-oauth-scopes', what: scopes.join(', ') }] },
});

const lacking = (...missingScopes: string[]) => ({
  status: 403,
  diagnosis: aDiagnosis('scope-missing', { details: { missingScopes } }),
});

test('a token expires, is renewed, and works again', () => {
  const play = newPlay();

  expect(take(play, rules, aRun(0))).toEqual([]);
  expect(stateOf(play)).toEqual({ blames: {}, worked: { secretVersion: 'v1', since: at(0) } });

  expect(take(play, rules, aRefusal(5, 'credential-expired'))).toEqual([]);
  const blame = {
    slot: START + 5 * MINUTE,
    observedAt: at(5),
    since: at(5),
    runs: 1,
    alikeRuns: 1,
    secretVersion: 'v1',
    diagnosis: aDiagnosis('credential-expired'),
    failures: [],
  };
  const slot = START + 5 * MINUTE;
  expect(stateOf(play)).toEqual({
    blames: { 'list repos': blame },
    blamedFor: { dead: { slots: 1, first: slot, last: slot } },
    worked: { secretVersion: 'v1', since: at(0) },
  });

  expect(take(play, rules, aRefusal(6, 'credential-expired', orgs))).toEqual([
    {
      id: `credential/github-ci/credential-expired/${at(5)}`,
      kind: 'credential-expired',
      severity: 'critical',
      subject: { type: 'credential', name: 'github-ci' },
      at: at(6),
      since: at(5),
      diagnosis: aDiagnosis('credential-expired'),
      failures: [],
      probes: ['list repos', 'list orgs', 'list teams'],
      probeCount: 3,
      failingCount: 2,
      run: { probe: 'list orgs', url: 'https://api.github.com/user/repos', status: 401 },
    },
  ]);
  const incident = {
    since: at(5),
    openedAt: at(6),
    told: ['credential-expired'],
    lastAlertAt: at(6),
    diagnosis: aDiagnosis('credential-expired'),
    failures: [],
    secretVersion: 'v1',
  };
  expect(stateOf(play)).toEqual({
    blames: {
      'list repos': blame,
      'list orgs': { ...blame, slot: slot + MINUTE, observedAt: at(6), since: at(6) },
    },
    blamedFor: { dead: { slots: 2, first: slot, last: slot + MINUTE } },
    worked: { secretVersion: 'v1', since: at(0) },
    incident,
  });

  expect(take(play, rules, aRefusal(10, 'credential-expired'))).toEqual([]);
  expect(stateOf(play)).toMatchObject({ blames: { 'list repos': { runs: 2, since: at(5) } }, incident });

  expect(take(play, rules, aRun(15, { ...orgs, ...v2 }))).toMatchObject([
    { kind: 'recovered', severity: 'info', announcedAs: 'credential-expired', since: at(5), at: at(15) },
  ]);
  expect(stateOf(play)).toEqual({ blames: {}, worked: { secretVersion: 'v2', since: at(15), replaced: 'v1' } });

  expect(play.alerts.every(({ subject }) => subject.type === 'credential')).toBe(true);
});

test('twenty probes on one dead credential make one alert, which lists them', () => {
  const probes = Array.from({ length: 25 }, (_, index) => `probe ${String(index).padStart(2, '0')}`);
  const ofTwentyFive = theRules({ probesOf: () => probes });
  const play = newPlay();
  const round = (minute: number) =>
    probes.slice(0, 20).map((probe) => aRefusal(minute, 'credential-revoked', { probe }));
  take(play, ofTwentyFive, ...round(0), ...round(5), ...round(10));
  expect(kinds(play.alerts)).toEqual(['credential-revoked']);

  const state = stateOf(play);
  expect(Object.keys(state?.blames ?? {})).toHaveLength(20);
  const reminder = stepCredential(
    state,
    aRefusal(24 * 60 + 5, 'credential-revoked', { probe: probes[7] ?? '' }),
    ofTwentyFive,
  );
  expect(reminder?.alerts).toMatchObject([{ kind: 'reminder', probes, probeCount: 25, failingCount: 20 }]);
});

test('an alert names fifty probes and counts them all', () => {
  const probes = Array.from({ length: 120 }, (_, index) => `probe ${index}`);
  const play = newPlay();
  take(
    play,
    theRules({ probesOf: () => probes, failureThreshold: 1 }),
    aRefusal(0, 'credential-expired', { probe: 'probe 99' }),
  );
  expect(play.alerts).toMatchObject([{ probeCount: 120, failingCount: 1 }]);
  expect(play.alerts[0]?.probes).toHaveLength(50);
  expect(play.alerts[0]?.probes[0]).toBe('probe 99');
});

test('the blames of one credential are bounded, and recovery still comes', () => {
  const probes = Array.from({ length: MAX_BLAMES + 20 }, (_, index) => `probe ${index}`);
  const many = theRules({ probesOf: () => probes });
  const play = newPlay();
  for (const minute of [0, 1]) {
    take(play, many, ...probes.map((probe) => aRefusal(minute, 'credential-expired', { probe })));
  }
  expect(Object.keys(stateOf(play)?.blames ?? {})).toHaveLength(MAX_BLAMES);
  take(play, many, ...probes.map((probe) => aRun(5, { probe, ...v2 })));
  expect(kinds(play.alerts)).toEqual(['credential-expired', 'recovered']);
});

describe('a single odd answer', () => {
  test('opens nothing, and is forgotten when the probe is let in', () => {
    const play = newPlay();
    take(
      play,
      rules,
      aRun(0),
      aRefusal(5, 'credential-invalid'),
      aRun(10),
      aRefusal(15, 'credential-invalid'),
      aRun(20),
    );
    expect(play.alerts).toEqual([]);
    expect(stateOf(play)?.blames).toEqual({});
  });

  test('does not change what an incident is announced as', () => {
    const play = newPlay();
    take(
      play,
      rules,
      aRefusal(0, 'scope-missing'),
      aRefusal(5, 'scope-missing'),
      aRefusal(5, 'credential-invalid', orgs),
    );
    expect(kinds(play.alerts)).toEqual(['scope-lost']);
    take(play, rules, aRefusal(10, 'credential-invalid', orgs));
    expect(kinds(play.alerts)).toEqual(['scope-lost', 'credential-invalid']);
  });
});

test.each<[string, (minute: number) => RunResult]>([
  ['no answer', (minute) => aFailure(minute)],
  ['a server error', (minute) => aFailure(minute, { status: 503 })],
  ['a redirect', (minute) => aFailure(minute, { status: 302 })],
  ['a block page of an edge', (minute) => aRefusal(minute, 'waf-blocked')],
  ['a rate limit', (minute) => aRefusal(minute, 'rate-limited')],
  ['an address that is not allowed', (minute) => aRefusal(minute, 'ip-not-allowed')],
  ['a refusal that does not say why', (minute) => aRefusal(minute, 'unknown')],
])('%s says nothing of the credential', (_, make) => {
  const play = newPlay();
  take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(5, 'credential-expired'));
  const before = stateOf(play);
  expect(stepCredential(before, make(10), rules)).toBeUndefined();
  expect(stepCredential(undefined, make(10), rules)).toBeUndefined();
});

test.each<[string, (minute: number) => RunResult]>([
  ['a good answer', (minute) => aRun(minute)],
  ['a 200 that misses an expectation', (minute) => aFailure(minute, { status: 200 })],
  ['a refusal of somebody who is known', (minute) => aRefusal(minute, 'permission-denied')],
])('%s clears the credential', (_, make) => {
  const play = newPlay();
  take(play, rules, aRefusal(0, 'credential-invalid'), aRefusal(5, 'credential-invalid'), make(10));
  expect(kinds(play.alerts)).toEqual(['credential-invalid', 'recovered']);
});

test.each<[Cause, string]>([
  ['credential-expired', 'credential-expired'],
  ['credential-revoked', 'credential-revoked'],
  ['credential-invalid', 'credential-invalid'],
  ['signature-invalid', 'credential-invalid'],
  ['account-suspended', 'access-refused'],
  ['scope-missing', 'scope-lost'],
])('%s is announced as %s', (cause, kind) => {
  const play = newPlay();
  take(play, rules, aRefusal(0, cause), aRefusal(5, cause));
  expect(kinds(play.alerts)).toEqual([kind]);
});

test('a secret that cannot be read is an incident of the credential, told with the reason', () => {
  const unreadable = (minute: number, probe: string) => {
    const { secretVersion, ...run } = aFailure(minute, {
      probe,
      credentialUnreadable: 'secret prod/github-ci is gone',
    });
    return run;
  };
  const play = newPlay();
  take(play, rules, unreadable(0, 'list repos'), unreadable(0, 'list orgs'), unreadable(5, 'list repos'));
  expect(play.alerts).toMatchObject([
    {
      kind: 'probe-failing',
      subject: { type: 'credential' },
      failures: [{ what: 'credential', message: 'secret prod/github-ci is gone' }],
    },
  ]);
  take(play, rules, aRun(10));
  expect(kinds(play.alerts)).toEqual(['probe-failing', 'recovered']);
});

describe('words for a dead credential', () => {
  test('another one is no news', () => {
    const play = newPlay();
    const invalid = [0, 5].map((minute) => aRefusal(minute, 'credential-invalid'));
    const expired = [5, 10, 15].map((minute) => aRefusal(minute, 'credential-expired', orgs));
    take(play, rules, ...invalid, ...expired);
    expect(kinds(play.alerts)).toEqual(['credential-invalid']);
  });

  test('another one of the renewed secret is', () => {
    const play = newPlay();
    const expired = [0, 5].map((minute) => aRefusal(minute, 'credential-expired'));
    const wrongOne = [10, 15].map((minute) => aRefusal(minute, 'credential-invalid', v2));
    take(play, rules, ...expired, ...wrongOne);
    expect(kinds(play.alerts)).toEqual(['credential-expired', 'credential-invalid']);
  });
});

describe('a renewed secret', () => {
  test('with less scope turns the incident into a lost scope', () => {
    const play = newPlay();
    take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(1, 'credential-expired', orgs));
    take(play, rules, aRefusal(5, 'scope-missing', v2), aRun(5, { ...orgs, ...v2 }));
    take(play, rules, aRefusal(10, 'scope-missing', v2));
    take(play, rules, aRun(15, v2));
    expect(kinds(play.alerts)).toEqual(['credential-expired', 'scope-lost', 'recovered']);
  });

  test('with less scope is alive: what was said of the old one is void', () => {
    const play = newPlay();
    take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(1, 'credential-expired', orgs));
    take(play, rules, aRefusal(5, 'scope-missing', v2), aRefusal(10, 'scope-missing', v2));
    expect(kinds(play.alerts)).toEqual(['credential-expired', 'scope-lost']);
    expect(Object.keys(stateOf(play)?.blames ?? {})).toEqual(['list repos']);
  });

  test('heals every probe at once, but not a missing scope', () => {
    const play = newPlay();
    take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(1, 'credential-expired', orgs));
    take(play, rules, aRefusal(0, 'scope-missing', teams), aRun(5, v2));
    expect(Object.keys(stateOf(play)?.blames ?? {})).toEqual(['list teams']);
    take(play, rules, aRun(10, { ...teams, ...v2 }));
    expect(kinds(play.alerts)).toEqual(['credential-expired', 'recovered']);
  });

  test('makes refusals of the old one late, until it is put back', () => {
    const play = newPlay();
    take(play, rules, aRun(0), aRun(5, v2));
    const renewed = stateOf(play);
    take(play, rules, aRefusal(6, 'credential-revoked', orgs), aRefusal(7, 'credential-revoked', teams));
    expect(stateOf(play)).toBe(renewed);
    take(play, rules, aRun(30));
    expect(stateOf(play)?.worked).toEqual({ secretVersion: 'v1', since: at(30), replaced: 'v2' });
  });

  test('that is bad is not excused by a process that still has the old one', () => {
    const play = newPlay();
    take(play, rules, aRun(0), aRefusal(60, 'credential-invalid', v2), aRun(61, orgs), aRun(61, teams));
    take(play, rules, aRun(62), aRefusal(63, 'credential-invalid', v2));
    expect(kinds(play.alerts)).toEqual(['credential-invalid']);
    take(play, rules, aRun(90));
    expect(kinds(play.alerts)).toEqual(['credential-invalid', 'recovered']);
  });
});

describe('the scopes of the grant', () => {
  const short = seeing(['repo'], ['read:org']);
  const whole = seeing(['repo', 'read:org'], []);

  test('are a lost scope when they stay short, and a recovery when they do not', () => {
    const play = newPlay();
    take(play, rules, aRun(0, whole), aRun(5, short));
    expect(play.alerts).toEqual([]);
    expect(stateOf(play)?.blames[GRANT]).toMatchObject({ runs: 1, since: at(5) });
    take(play, rules, aRun(10, short));
    expect(play.alerts).toMatchObject([
      {
        kind: 'scope-lost',
        severity: 'warning',
        failingCount: 0,
        probes: ['list repos', 'list orgs', 'list teams'],
        diagnosis: {
          cause: 'scope-missing',
          family: 'permission',
          confidence: 'certain',
          evidence: [{ where: 'header x-oauth-scopes', what: 'repo' }],
          details: { missingScopes: ['read:org'], grantedScopes: ['repo'] },
        },
      },
    ]);
    take(play, rules, aRun(15, whole));
    expect(kinds(play.alerts)).toEqual(['scope-lost', 'recovered']);
  });

  test('count once a slot, however many probes read them', () => {
    const play = newPlay();
    take(play, rules, aRun(0, short), aRun(0, { ...short, ...orgs }), aRun(0, { ...short, ...teams }));
    expect(play.alerts).toEqual([]);
  });

  test('and a refusal at once make one lost scope', () => {
    const play = newPlay();
    const refused = (minute: number) =>
      aRefusal(minute, 'scope-missing', { ...orgs, ...lacking('read:org'), ...short });
    take(play, rules, aRun(0, short), refused(0), aRun(5, short), refused(5), aRun(10, short), refused(10));
    expect(kinds(play.alerts)).toEqual(['scope-lost']);
    take(play, rules, aRun(15, whole));
    expect(kinds(play.alerts)).toEqual(['scope-lost', 'recovered']);
  });

  test('of one refusal are not counted beside it', () => {
    const play = newPlay();
    take(play, rules, aRefusal(0, 'scope-missing', { ...lacking('read:org'), ...short }));
    expect(play.alerts).toEqual([]);
  });

  test('do not excuse a refusal for a scope that they have had all along', () => {
    const play = newPlay();
    const refused = (minute: number) => aRefusal(minute, 'scope-missing', { ...orgs, ...lacking('repo') });
    take(play, rules, aRun(0, whole), refused(0), aRun(5, whole), refused(5));
    expect(kinds(play.alerts)).toEqual(['scope-lost']);
  });

  test('are blamed no more when they are not compared any more', () => {
    const play = newPlay();
    const uncompared = { grant: { scopes: ['repo'], evidence: [] } };
    take(play, rules, aRun(0, short), aRun(5, short), aRun(10, uncompared));
    expect(kinds(play.alerts)).toEqual(['scope-lost', 'recovered']);
    expect(stateOf(play)?.grant).not.toHaveProperty('missingScopes');
  });
});

describe('what is silent or late', () => {
  const short = seeing(['repo'], ['read:org']);
  const lost = newPlay();
  take(lost, rules, aRun(5, short), aRun(10, short));

  test('a reading that does not speak of scopes gives none back', () => {
    const silent = aRun(15, { grant: { identity: 'ci', evidence: [] } });
    expect(stepCredential(stateOf(lost), silent, rules)?.state.incident).toBeDefined();
  });

  test('a reading from before does not either', () => {
    const late = aRun(7, { ...orgs, ...seeing(['repo', 'read:org'], []) });
    expect(stepCredential(stateOf(lost), late, rules)?.state.incident).toBeDefined();
  });

  test('another answer in a slot that has blamed does not clear it', () => {
    const play = newPlay();
    take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(5, 'credential-expired'));
    expect(stepCredential(stateOf(play), aRun(5), rules)?.state.incident).toBeDefined();
  });

  test('a refusal of an unknown version from before the one that works does not count', () => {
    const play = newPlay();
    take(play, rules, aRun(10, v2));
    const before = stateOf(play);
    expect(stepCredential(before, aRefusal(9, 'credential-revoked', orgs), rules)).toBeUndefined();
    expect(stepCredential(before, aRefusal(11, 'credential-revoked', orgs), rules)).toBeDefined();
  });
});

test('an alert names first who has failed the longest', () => {
  const play = newPlay();
  take(play, rules, aRefusal(0, 'credential-expired', teams), aRefusal(5, 'credential-expired', orgs));
  expect(play.alerts[0]?.probes).toEqual(['list teams', 'list orgs', 'list repos']);
});

describe('what is not written', () => {
  const grant = { grant: { scopes: ['repo'], missingScopes: [], identity: 'ci', evidence: [] } };

  test('a healthy run of a healthy credential', () => {
    const play = newPlay();
    take(play, rules, ...Array.from({ length: 12 }, (_, index) => aRun(index * 5, grant)));
    expect(play.credentialWrites).toBe(1);
    take(play, rules, aRun(60, grant), aRun(65, grant));
    expect(play.credentialWrites).toBe(2);
    expect(stateOf(play)?.grantReadAt).toBe(at(60));
  });

  test('an expiry that trembles', () => {
    const play = newPlay();
    const trembling = (minute: number) =>
      aRun(minute, { grant: { expiresAt: START / 1000 + 90 * 86_400 + (minute % 3), evidence: [] } });
    take(play, rules, ...[0, 5, 10, 15, 20].map(trembling));
    expect(play.credentialWrites).toBe(1);
  });

  test('a run of a probe that the credential is not configured with', () => {
    expect(stepCredential(undefined, aRefusal(0, 'credential-expired', { probe: 'gone' }), rules)).toBeUndefined();
  });

  test('a run without a credential', () => {
    const { credential, ...anonymous } = aRefusal(0, 'credential-missing');
    expect(stepCredential(undefined, anonymous, rules)).toBeUndefined();
  });

  test('the same result a second time', () => {
    const play = newPlay();
    const bad = [aRefusal(0, 'credential-expired'), aRefusal(5, 'credential-expired')];
    take(play, rules, ...bad);
    for (const result of bad) expect(stepCredential(stateOf(play), result, rules)).toBeUndefined();
  });
});

test('scopes that are seen again end the incident of a credential that nobody is let in with', () => {
  const asked = (minute: number, secretVersion: string, reading: { readonly grant: Grant }): RunResult => {
    const { status, ...run } = aRun(minute, { probe: ASKED, secretVersion, outcome: 'failed', ...reading });
    return { ...run, asking: { calls: 0, alive: false } };
  };
  const play = newPlay();
  const unused = theRules({ probesOf: () => [] });
  take(play, unused, asked(0, 'v1', seeing([], ['repo'])), asked(15, 'v1', seeing([], ['repo'])));
  take(play, unused, asked(30, 'v2', seeing(['repo'], [])));
  take(play, unused, asked(45, 'v3', seeing([], ['repo'])), asked(60, 'v3', seeing([], ['repo'])));
  const ofCredential = play.alerts.filter(({ subject }) => subject.type === 'credential');
  expect(kinds(ofCredential)).toEqual(['scope-lost', 'recovered', 'scope-lost']);
});

test('blames of probes that are no longer configured are dropped', () => {
  const play = newPlay();
  take(play, rules, aRefusal(0, 'credential-expired', orgs), aRefusal(5, 'credential-expired', orgs));
  take(play, theRules({ probesOf: () => ['list repos'] }), aRun(10));
  expect(kinds(play.alerts)).toEqual(['credential-expired', 'recovered']);
});

test('probes with the names of inherited properties are probes like any other', () => {
  const names = ['constructor', 'toString', '__proto__'];
  const odd = theRules({ probesOf: () => names });
  const play = newPlay();
  take(play, odd, ...names.map((probe, minute) => aRefusal(minute, 'credential-expired', { probe })));
  expect(play.alerts).toMatchObject([{ kind: 'credential-expired', failingCount: 2 }]);
  expect(Object.keys(stateOf(play)?.blames ?? {})).toEqual(names);
});

test('state and alerts survive being written and read', () => {
  const play = newPlay();
  const grant = { expiresAt: START / 1000 + 86_400, expirySource: 'reported' as const, evidence: [] };
  take(
    play,
    rules,
    aRun(0, { grant }),
    aRefusal(5, 'credential-expired'),
    aRefusal(10, 'credential-expired'),
    aFailure(15),
  );
  for (const alert of play.alerts) expect(parseAlert(JSON.stringify(alert))).toEqual(alert);
  for (const state of play.credentials.values()) expect(parseCredentialState(JSON.stringify(state))).toEqual(state);
  for (const state of play.probes.values()) expect(parseProbeState(JSON.stringify(state))).toEqual(state);
  expect(play.alerts).toHaveLength(2);
});

test('a state that counts slots as an earlier version did is read, and so is one of ours by that version', () => {
  const slots = { slots: 2, first: START, last: START + MINUTE };
  expect(parseCredentialState(JSON.stringify({ blames: {}, blamed: slots }))).toEqual({ blames: {} });
  const play = newPlay();
  take(play, rules, aRefusal(0, 'credential-expired'));
  expect(stateOf(play)).toHaveProperty('blamedFor');
  expect(stateOf(play)).not.toHaveProperty('blamed');
});

test('whatever numbers a server sends, its state can be read again', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (number, other) => {
      const details = { resetAt: number, expiredAt: other, retryAfterSeconds: number };
      const grant = { expiresAt: number, issuedAt: other, evidence: [] };
      const play = newPlay();
      const diagnosis = aDiagnosis('credential-expired', { details });
      take(
        play,
        rules,
        aRun(0, { grant }),
        ...[5, 10].map((minute) => aRefusal(minute, 'credential-expired', { diagnosis })),
      );
      expect(parseCredentialState(JSON.stringify(stateOf(play)))).toBeDefined();
      for (const alert of play.alerts) expect(parseAlert(JSON.stringify(alert))).toBeDefined();
    }),
    { examples: [[-1e306, Number.NaN]] },
  );
});

test.each(['', '{', 'null', '[]', '{}', '{"blames":{"a":{}}}', '{"blames":[]}'])('%j is not a state', (json) => {
  expect(parseCredentialState(json)).toBeUndefined();
  expect(parseProbeState(json)).toBeUndefined();
  expect(parseAlert(json)).toBeUndefined();
});

test('a hostile server cannot make a state that its table cannot hold', () => {
  const probes = Array.from({ length: MAX_BLAMES }, (_, index) => `probe ${index}`.padEnd(64, 'x'));
  const huge = '\u{1f4a3}"\\'.repeat(5_000);
  const list = Array.from({ length: 200 }, () => huge);
  const diagnosis = aDiagnosis('scope-missing', {
    evidence: list.map((what) => ({ where: huge, what })),
    details: { missingScopes: list, grantedScopes: list, requestId: huge, documentation: huge, address: huge },
    remedy: huge,
  });
  const short = Array.from({ length: 30 }, (_, index) => `scope-${index}`.padEnd(100, 'x'));
  const readFrom = (place: string) => ({ scopesFrom: place, identityFrom: place });
  const grant = { scopes: list, missingScopes: list, identity: huge, evidence: diagnosis.evidence };
  const play = newPlay();
  const hostile = theRules({ probesOf: () => probes });
  const places = ['w', 'x', 'y', 'z'].map((place) => place.padEnd(60, 'x'));
  const readings = places.flatMap((scopesFrom, place) =>
    [1, 60].map((length, minute): RunResult => {
      const scopes = Array.from({ length }, (_, index) => `${place}-${index}`.padEnd(256, '"'));
      const grant = { scopes, scopesFrom, identity: huge.slice(0, 200), identityFrom: scopesFrom, evidence: [] };
      return aRun(2 * place + minute - 10, { probe: probes[0] ?? '', grant });
    }),
  );
  take(
    play,
    hostile,
    ...readings,
    ...probes.map((probe) => aRefusal(0, 'scope-missing', { probe, diagnosis, grant, secretVersion: 'v'.repeat(64) })),
  );
  for (const place of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const asked = { ...grant, scopes: short, ...readFrom(place) };
    const asking = { calls: 1, alive: true };
    take(
      play,
      hostile,
      aRun(1, { probe: ASKED, grant: asked, asking, secretVersion: 'v'.repeat(64), slot: START + place.charCodeAt(0) }),
    );
  }
  expect(Object.keys(stateOf(play)?.baselines ?? {})).not.toEqual([]);
  expect(Object.keys(stateOf(play)?.blames ?? {}).length).toBeGreaterThanOrEqual(MAX_BLAMES);
  expect(Buffer.byteLength(JSON.stringify(stateOf(play)))).toBeLessThan(400 * 1024);
});

test('an id is at most 200 characters, and different for different names', () => {
  const ids = ['a', 'b'].map((end) => {
    const probe = `${'x'.repeat(300)}${end}`;
    const play = newPlay();
    const long = theRules({ probesOf: () => [probe], failureThreshold: 1 });
    take(play, long, aRefusal(0, 'credential-expired', { probe, credential: probe }));
    return play.alerts[0]?.id ?? '';
  });
  expect(ids.every((id) => id.length > 0 && id.length <= 200)).toBe(true);
  expect(new Set(ids).size).toBe(2);
});

const answers = fc.record({
  minute: fc.nat(40),
  probe: fc.constantFrom('list repos', 'list orgs', 'list teams'),
  cause: fc.constantFrom<Cause | 'ok' | 'timeout'>(
    'ok',
    'ok',
    'timeout',
    'credential-expired',
    'credential-invalid',
    'scope-missing',
    'waf-blocked',
  ),
  secretVersion: fc.constantFrom('v1', 'v2'),
  missing: fc.constantFrom(undefined, [], ['read:org']),
});

const results = fc.array(answers, { maxLength: 80 }).map((all) =>
  all
    .toSorted((a, b) => a.minute - b.minute)
    .map(({ minute, probe, cause, secretVersion, missing }) => {
      const changes = { probe, secretVersion, ...(missing && seeing(['repo'], missing)) };
      if (cause === 'ok') return aRun(minute, changes);
      return cause === 'timeout' ? aFailure(minute, { probe, secretVersion }) : aRefusal(minute, cause, changes);
    }),
);

test('results that come again or too late change neither state nor alerts', () => {
  fc.assert(
    fc.property(results, fc.array(fc.tuple(fc.nat(80), fc.nat(80))), (all, repeats) => {
      const straight = newPlay();
      take(straight, rules, ...all);
      const disturbed = newPlay();
      for (const [index, result] of all.entries()) {
        take(disturbed, rules, result);
        const again = repeats.filter(([after]) => after === index).map(([, which]) => all[which % (index + 1)]);
        take(disturbed, rules, ...again.filter((one) => one !== undefined));
      }
      expect(disturbed).toEqual(straight);
    }),
  );
});

test('whatever happens, incidents of a subject open, are told once a kind, and end in turn', () => {
  fc.assert(
    fc.property(results, (all) => {
      const play = newPlay();
      take(play, rules, ...all);
      expect(new Set(play.alerts.map(({ id }) => id)).size).toBe(play.alerts.length);
      let told: string[] = [];
      for (const { kind } of play.alerts.filter(({ subject }) => subject.type === 'credential')) {
        expect(told).not.toContain(kind);
        if (kind === 'recovered') expect(told).not.toEqual([]);
        told = kind === 'recovered' ? [] : [...told, kind];
      }
      expect(stateOf(play)?.incident?.told ?? []).toEqual(told);
    }),
  );
});

test('in whatever order the probes of a dead credential are heard, one alert is told', () => {
  const dead = ['list repos', 'list orgs', 'list teams'].flatMap((probe) =>
    [0, 5, 10].map((minute) => aRefusal(minute, 'credential-revoked', { probe })),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(dead, { minLength: dead.length }), (shuffled) => {
      const play = newPlay();
      take(play, rules, ...shuffled);
      // Where every probe was heard at the last of these slots only, nothing has confirmed it yet.
      expect(play.alerts.length).toBeLessThanOrEqual(1);
      take(play, rules, aRefusal(15, 'credential-revoked'));
      expect(kinds(play.alerts)).toEqual(['credential-revoked']);
    }),
  );
});

test('an incident is reminded of by the runs that still suffer from it', () => {
  const play = newPlay();
  take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(5, 'credential-expired'));
  take(play, rules, aRun(5 + 24 * 60, orgs));
  expect(kinds(play.alerts)).toEqual(['credential-expired']);
  take(play, rules, aRefusal(10 + 24 * 60, 'credential-expired'), aRefusal(15 + 24 * 60, 'credential-expired'));
  expect(play.alerts.slice(1)).toMatchObject([
    { kind: 'reminder', severity: 'critical', announcedAs: 'credential-expired', since: at(0), at: at(10) + DAY },
  ]);
});

describe('one odd moment of an API', () => {
  const all = [{}, orgs, teams];

  test('that every probe runs into opens nothing', () => {
    const play = newPlay();
    take(play, rules, ...all.map((probe) => aRun(0, probe)));
    take(play, rules, ...all.map((probe) => aRefusal(5, 'credential-invalid', probe)));
    take(play, rules, ...all.map((probe) => aRun(10, probe)));
    expect(play.alerts).toEqual([]);
    expect(stateOf(play)).toMatchObject({ blames: {} });
  });

  test('is no confirmation of another one, when somebody was let in between', () => {
    const play = newPlay();
    take(play, rules, aRefusal(0, 'credential-invalid'));
    for (let minute = 1; minute < 60; minute++) take(play, rules, aRun(minute, orgs));
    take(play, rules, aRefusal(60, 'credential-invalid', orgs), aRun(61, orgs));
    expect(play.alerts).toEqual([]);
  });

  test('that lasts for one probe alone is told, though others are let in', () => {
    const play = newPlay();
    for (const minute of [0, 5]) take(play, rules, aRefusal(minute, 'credential-invalid'), aRun(minute, orgs));
    expect(kinds(play.alerts)).toEqual(['credential-invalid']);
  });
});

describe('an answer to a call without the credential', () => {
  const elsewhere = { credentialSent: false };

  test('does not blame it', () => {
    const play = newPlay();
    take(play, rules, ...[0, 5, 10].map((minute) => aRefusal(minute, 'credential-expired', elsewhere)));
    expect(play.alerts.map(({ kind, subject }) => [kind, subject.type])).toEqual([['access-refused', 'probe']]);
  });

  test('does not heal it', () => {
    const play = newPlay();
    take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(5, 'credential-expired'), aRun(10, elsewhere));
    expect(kinds(play.alerts)).toEqual(['credential-expired']);
  });
});

test('a probe that is renamed does not heal the credential by that', () => {
  const play = newPlay();
  take(play, rules, aRefusal(0, 'credential-expired'), aRefusal(5, 'credential-expired'));
  const renamed = theRules({ probesOf: () => ['list all repos'] });
  take(play, renamed, aFailure(10, { probe: 'list all repos' }));
  expect(kinds(play.alerts)).toEqual(['credential-expired']);
  take(play, renamed, aRun(15, { probe: 'list all repos' }));
  expect(kinds(play.alerts)).toEqual(['credential-expired', 'recovered']);
});

test('a new version of the secret with the same token in it is not warned of again', () => {
  const play = newPlay();
  const grant = { expiresAt: (START + 5 * DAY) / 1000, evidence: [] };
  take(play, rules, aRun(0, { grant }), aRun(5, { grant, ...v2 }), aRun(10, { grant, secretVersion: 'v3' }));
  expect(kinds(play.alerts)).toEqual(['credential-expiring']);
});
