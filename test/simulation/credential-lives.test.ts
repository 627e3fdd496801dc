import { expect, test } from 'vitest';
import { lifeOf } from './life.ts';
import { complaints } from './oracle.ts';
import { play } from './play.ts';

const LIVES = 200;

test('two hundred lives of credentials: nothing is missed, and nothing is told that is not so', async () => {
  const found: string[] = [];
  let told = 0;
  for (let seed = 1; seed <= LIVES; seed++) {
    const life = lifeOf(seed);
    const alerts = await play(life);
    told += alerts.length;
    found.push(...complaints(life, alerts).map((complaint) => `life ${seed}: ${complaint}`));
  }
  expect(found).toEqual([]);
  expect(told).toBeGreaterThan(LIVES);
}, 120_000);
