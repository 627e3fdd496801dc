import { expect, test } from 'vitest';
import { formatDay, formatDuration, formatTime, formatTimeLeft } from '../../lambda/incidents/mail/times.ts';
import { DAY, HOUR, MINUTE, START } from './a-run.ts';

test('a time is readable and sortable, and says its zone', () => {
  expect(formatTime(START)).toBe('2026-11-23 14:05 UTC');
  expect(formatDay(START + 7 * DAY)).toBe('Monday 2026-11-30 14:05 UTC');
});

test.each([
  [-5, '0 s'],
  [45_999, '45 s'],
  [12 * MINUTE + 59_999, '12 min'],
  [HOUR, '1 h'],
  [3 * HOUR + 12 * MINUTE, '3 h 12 min'],
  [DAY, '1 day'],
  [2 * DAY + 4 * HOUR + 30 * MINUTE, '2 days 4 h'],
  [400 * DAY, '400 days'],
])('%i ms lasted %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [1, '1 hour'],
  [13.2 * HOUR, '14 hours'],
  [DAY, '24 hours'],
  [DAY + 1, '2 days'],
  [7 * DAY - MINUTE, '7 days'],
])('%d ms are left: %s', (ms, text) => {
  expect(formatTimeLeft(ms)).toBe(text);
});
