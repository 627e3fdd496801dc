import { expect, test } from 'vitest';
import type { Grant } from '../../lambda/grants/grant.ts';
import { type Baselines, nextBaselines } from '../../lambda/incidents/scope-baseline.ts';

const reading = (scopes: readonly string[], scopesFrom = 'header x-oauth-scopes'): Grant => ({
  scopes,
  scopesFrom,
  evidence: [],
});
const after = (...grants: readonly (Grant | undefined)[]) => grants.reduce<Baselines>(nextBaselines, {});

test('what was had once stays, and what is gained later is noted', () => {
  expect(after(reading(['a', 'b']), reading(['a']), reading(['a', 'c']))).toEqual({
    baselines: { 'header x-oauth-scopes': ['a', 'b', 'c'] },
    gained: ['c'],
  });
});

test('a reading that says nothing of scopes, or nothing new, changes nothing', () => {
  const before = after(reading(['a', 'b']));
  for (const grant of [undefined, { evidence: [] }, reading(['b']), reading([])]) {
    expect(nextBaselines(before, grant)).toBe(before);
  }
});

test('two places are not measured by one another, and a third takes the place of the oldest', () => {
  const before = after(reading(['a'], 'token claim scope'), reading(['x'], 'introspection scope'));
  expect(before).toEqual({ baselines: { 'token claim scope': ['a'], 'introspection scope': ['x'] } });
  expect(Object.keys(nextBaselines(before, reading(['z'], 'body scopes')).baselines ?? {})).toEqual([
    'introspection scope',
    'body scopes',
  ]);
});

test('a list that is too long to be kept is not kept in part: half of it would look like a gain', () => {
  const long = Array.from({ length: 200 }, (_, index) => `https://api.example.com/scopes/${index}`);
  expect(after(reading(long))).toEqual({});
  const before = after(reading(['a']));
  expect(nextBaselines(before, reading(['a', ...long]))).toBe(before);
});
