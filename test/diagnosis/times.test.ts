import { expect, test } from 'vitest';
import { delayIn, resetTime, retryAfterSeconds, timeIn } from '../../lambda/diagnosis/reading/times.ts';

const NOW = 1_700_000_000;

test.each([
  ['2023-11-14T22:13:20Z', NOW],
  ['2023-11-14 22:13:20 UTC', NOW],
  ['2023-11-14 23:13:20 +0100', NOW],
  ['2023-11-14T22:13:20.123456789+00:00', NOW],
  ['Tue, 14 Nov 2023 22:13:20 GMT', NOW],
  ['Tuesday, 14-Nov-23 14:13:20 PST', NOW],
  ['2023-11-14T22:13Z', NOW - 20],
  ['Tue Nov 14 22:13:20 UTC 2023', NOW],
  ['expired on Nov 14, 2023.', Date.UTC(2023, 10, 14) / 1000],
  ['/Date(1700000000000)/', NOW],
  ['API version 2024-02-01', undefined],
  ['11/14/2023 22:13:20', NOW],
  ['11/14/2023 10:13:20 PM', NOW],
  ['until 1700000000000.', NOW],
  ['1700000000', NOW],
  ['no time at all', undefined],
  ['99/99/2023 22:13:20', undefined],
])('timeIn(%j) is %s', (text, expected) => {
  expect(timeIn(text)).toBe(expected);
});

test.each([
  ['120', 120],
  ['0.5', 1],
  ['Tue, 14 Nov 2023 22:15:20 GMT', 120],
  ['Tue, 14 Nov 2023 22:00:00 GMT', 0],
  ['1700000060', 60],
  ['soon', undefined],
])('Retry-After %j is %s seconds', (value, expected) => {
  expect(retryAfterSeconds(value, NOW)).toBe(expected);
});

test.each([
  ['60', NOW + 60],
  ['1700000060', NOW + 60],
  ['1700000060123', NOW + 60],
  ['1700000060.5', NOW + 60],
  ['2023-11-14T22:14:20Z', NOW + 60],
  ['1m0s', NOW + 60],
])('a reset of %j is at %s', (value, expected) => {
  expect(resetTime(value, NOW)).toBe(expected);
});

test.each([
  ['try again in 20s', 20],
  ['too many requests: retry after 3', 3],
  ['retry after 2024-01-01', undefined],
  ['retry after 3 attempts', undefined],
  ['expected available in 56 seconds.', 56],
  ['please wait 5 minutes before', 300],
  ['retry after 250ms', 1],
  ['please try again in 6m0s.', 360],
  ['wait 5 minutes and 20 seconds', 320],
  ['will be replenished in 00:28:11', 1691],
  ['in 2023 we changed', undefined],
])('%j waits %s seconds', (sentence, expected) => {
  expect(delayIn(sentence)).toBe(expected);
});
