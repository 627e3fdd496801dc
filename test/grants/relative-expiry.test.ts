import { expect, test } from 'vitest';
import { endOf } from '../../lambda/grants/relative-expiry.ts';

const NOON = Date.UTC(2026, 2, 1, 12) / 1_000;

const answerOf = (date?: string) => ({ status: 200, headers: date ? { date } : {}, body: '', truncated: false });

test('what lives an hour more ends an hour after the answer was made', () => {
  expect(endOf(answerOf('Sun, 01 Mar 2026 12:00:00 GMT'), 3_600)).toBe(NOON + 3_600);
});

test('a part of a second is dropped: rather a second early than late', () => {
  expect(endOf(answerOf('Sun, 01 Mar 2026 12:00:00 GMT'), 59.9)).toBe(NOON + 59);
});

test.each([
  undefined,
  '',
  'now',
  '2026-03-01T12:00:00Z',
  'Sun, 01 Mar 2026 12:00:00 +0100',
  'Sun, 01 Mar 2026 12:00:00 GMT, Sun, 01 Mar 2026 12:00:00 GMT',
  'Sun, 99 Foo 2026 12:00:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
])('an answer dated %j gives no end: no clock of ours stands in', (date) => {
  expect(endOf(answerOf(date), 3_600)).toBeUndefined();
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('%d seconds are no lifetime', (seconds) => {
  expect(endOf(answerOf('Sun, 01 Mar 2026 12:00:00 GMT'), seconds)).toBeUndefined();
});
