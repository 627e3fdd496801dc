import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDueRun } from '../../lambda/aws/due-run.ts';
import type { DueRun } from '../../lambda/ports.ts';

test.each<DueRun>([
  { probe: 'orders', slot: 60_000, delayMs: 250.5 },
  { credential: 'shop', slot: 60_000, delayMs: 0 },
  { probe: 'orders', slot: 61_234, delayMs: 0, secretChanged: true },
  { credential: 'shop', slot: 61_234, delayMs: 0, secretChanged: true },
])('a run is read as it was queued: %j', (run) => {
  expect(parseDueRun(JSON.stringify(run))).toStrictEqual(run);
});

const run = { probe: 'orders', slot: 60_000, delayMs: 0 };

test.each([
  ['of a probe and a credential', { ...run, credential: 'shop' }],
  ['of neither', { slot: 60_000, delayMs: 0 }],
  ['of a probe whose name is no text', { ...run, probe: 5 }],
  ['of a credential whose name is no text', { credential: null, slot: 60_000, delayMs: 0 }],
  ['without a slot', { probe: 'orders', delayMs: 0 }],
  ['with half a slot', { ...run, slot: 0.5 }],
  ['with a delay that is no number', { ...run, delayMs: '0' }],
  ['with a change that is no yes', { ...run, secretChanged: false }],
])('a message %s is no run', (_, message) => {
  expect(parseDueRun(JSON.stringify(message))).toBeUndefined();
});

test('a run has nothing that a message may add', () => {
  expect(parseDueRun(JSON.stringify({ ...run, url: 'https://evil.example' }))).toStrictEqual(run);
});

test('no message is too odd', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void parseDueRun(body)));
});
