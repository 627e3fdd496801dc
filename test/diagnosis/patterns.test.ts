import { expect, test } from 'vitest';
import { loadAll, type Pattern, patternsBuiltBy, writtenPatterns } from './patterns.ts';
import { whySlow } from './slow-patterns.ts';

// Before anything loads the modules: what they put together is put together when they are loaded, languages apart.
const built = await patternsBuiltBy(async () => {
  await loadAll();
  const { prepareLanguages } = await import('../../lambda/diagnosis/rules/concepts/read-concepts.ts');
  prepareLanguages();
});
const written = await writtenPatterns();

const faultsOf = (patterns: readonly Pattern[]) =>
  patterns.map((pattern) => ({ ...pattern, faults: whySlow(pattern) })).filter(({ faults }) => faults.length > 0);

test('patterns are found where they are written and where they are put together', async () => {
  const { NAMESAKES } = await import('../../lambda/diagnosis/rules/namesakes.ts');
  expect(built).toContainEqual({
    where: 'lambda/diagnosis/rules/namesakes.ts',
    source: NAMESAKES.source,
    flags: NAMESAKES.flags,
  });
  expect(built.map(({ where }) => where)).toContain('lambda/diagnosis/rules/concepts/read-concepts.ts');
  expect(built.map(({ where }) => where)).toContain('lambda/diagnosis/rules/codes/code-rule.ts');
  expect(written.map(({ where }) => where)).toContain('lambda/diagnosis/providers/github.ts');
  expect(written.length).toBeGreaterThan(1000);
});

test('no pattern that is written takes more time than in proportion to its text', () => {
  expect(faultsOf(written)).toEqual([]);
});

test('no pattern that is put together takes more time than in proportion to its text', () => {
  expect(faultsOf(built)).toEqual([]);
});

test('nothing is put together while diagnosing', async () => {
  const { diagnose } = await import('../../lambda/diagnosis/diagnose.ts');
  const { fixtures } = await import('./fixtures.ts');
  expect(await patternsBuiltBy(() => fixtures.map((fixture) => diagnose(fixture)))).toEqual([]);
});

test.each([
  ['(a+)+$', 'Self without bound'],
  ['(?:a|aa)+$', 'alternatives that may begin alike in (?:a|aa)+'],
  ['^a+a+$', 'Trade without bound'],
  ['x[^;]*y[^;]*z', 'Trade without bound'],
  ['a+$', 'Move without bound'],
  ['(?:a{0,40}){0,40}$', 'Self in 1600 ways'],
  ['^a{0,100}a{0,100}$', 'Trade in 10000 ways'],
  ['(?:ab{0,400}){0,20}', 'nested repeats run over 8000 characters'],
  ['[ab]{0,1000}c', 'Move over a long run'],
])('%s is told from a fast pattern: %s', (source, fault) => {
  expect(whySlow({ where: '', source, flags: '' })).toContain(fault);
});

test.each(['\\b(?:token|key) (?:\\w{1,20} ){0,4}expired', '^\\s+', '[^;]{0,60} or [^;]{0,24}', 'a+'])(
  '%s is fast',
  (source) => {
    expect(whySlow({ where: '', source, flags: '' })).toEqual([]);
  },
);
