import { expect, test } from 'vitest';
import { SECRET_LIFETIME_MS, secretCache } from '../../lambda/credentials/secret-cache.ts';
import type { ReadSecret } from '../../lambda/ports.ts';

function countingReader(answers: readonly (ReadSecret | Error)[]) {
  let reads = 0;
  return {
    count: () => reads,
    read: async (): Promise<ReadSecret> => {
      const answer = answers[Math.min(reads, answers.length - 1)];
      reads += 1;
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    },
  };
}

const first = { value: 'a', version: '1' };
const second = { value: 'b', version: '2' };

test('reads a value once within its lifetime, however many ask', async () => {
  let now = 0;
  const reader = countingReader([first, second]);
  const cache = secretCache(reader, () => now);
  await Promise.all([cache.current('x'), cache.current('x')]);
  now = SECRET_LIFETIME_MS;
  expect(await cache.current('x')).toEqual(first);
  expect(reader.count()).toBe(1);
  now = SECRET_LIFETIME_MS + 1;
  expect(await cache.current('x')).toEqual(second);
});

test('twenty refusals at the same moment cost one more read', async () => {
  let now = 100;
  const reader = countingReader([first, second]);
  const cache = secretCache(reader, () => now);
  await cache.current('x');
  now = 200;
  const answers = await Promise.all(Array.from({ length: 20 }, () => cache.readSince('x', 150)));
  expect(answers).toEqual(Array(20).fill(second));
  expect(reader.count()).toBe(2);
});

test('does not keep a secret that could not be read, nor a fault', async () => {
  const reader = countingReader([{ unreadable: 'secret x does not exist' }, new Error('throttled'), first]);
  const cache = secretCache(reader, () => 0);
  expect(await cache.current('x')).toEqual({ unreadable: 'secret x does not exist' });
  await expect(cache.current('x')).rejects.toThrow('throttled');
  expect(await cache.current('x')).toEqual(first);
});
