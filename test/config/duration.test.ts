import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../lambda/config/duration.ts';

test.each([
  ['500ms', 500],
  ['90s', 90_000],
  ['5m', 300_000],
  ['24h', 86_400_000],
  ['30d', 2_592_000_000],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '5', 'm', '1.5h', '-5m', '5 m', '5M', '1h30m', '5m\n', 5, null, undefined, {}])('%j is none', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [0, '0ms'],
  [100, '100ms'],
  [25_000, '25s'],
  [90_000, '90s'],
  [60_000, '1m'],
  [86_400_000, '24h'],
  [172_800_000, '2d'],
])('%d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
