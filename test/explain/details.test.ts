import { expect, test } from 'vitest';
import { rowsOf } from '../../bin/explain/details.ts';
import type { Details } from '../../lambda/diagnosis/diagnosis.ts';

const NOW = Date.parse('2026-11-23T17:50:00Z');
const response = { status: 429, headers: {}, body: '' };
const rows = (details: Details, timeZone = 'Europe/Berlin', headers = {}) =>
  rowsOf(details, { ...response, headers }, { now: NOW, timeZone });

test("a time is told on the reader's clock, in UTC, and by how far away it is", () => {
  expect(rows({ resetAt: NOW / 1000 + 600, expiredAt: NOW / 1000 - 86_400 })).toEqual([
    ['resets at', '23 Nov 2026, 19:00:00 here, 2026-11-23T18:00:00Z (in 10 min)'],
    ['expired at', '22 Nov 2026, 18:50:00 here, 2026-11-22T17:50:00Z (1 day ago)'],
  ]);
});

test('a time is told once where the reader lives by UTC', () => {
  expect(rows({ resetAt: NOW / 1000 + 600 }, 'UTC')).toEqual([['resets at', '2026-11-23T18:00:00Z (in 10 min)']]);
});

test('a wait is told by its length, and by its end if the answer has a date', () => {
  expect(rows({ retryAfterSeconds: 450 })).toEqual([['retry after', '7 min 30 s']]);
  expect(rows({ retryAfterSeconds: 7200 }, 'UTC', { date: 'Mon, 23 Nov 2026 17:47:00 GMT' })).toEqual([
    ['retry after', '2 h, until 2026-11-23T19:47:00Z (in 1 h)'],
  ]);
});

test('a time that no calendar has is shown as it is', () => {
  expect(rows({ resetAt: 1e15 })).toEqual([['resets at', '1000000000000000 (epoch seconds)']]);
});

test('scopes, none of them too, and what else is known', () => {
  expect(rows({ missingScopes: ['a', 'b'], grantedScopes: [], provider: 'x', requestId: 'r\n1' })).toEqual([
    ['provider', 'x'],
    ['missing', 'a, b'],
    ['granted', 'none'],
    ['request id', 'r 1'],
  ]);
});
