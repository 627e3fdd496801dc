import { expect, test } from 'vitest';
import { alternativesTo } from '../../bin/explain/alternatives.ts';
import { CAUSES, type Cause } from '../../lambda/diagnosis/causes.ts';

const causes = Object.keys(CAUSES) as Cause[];

test.each(causes)('%s has others to consider, the more the less sure it is', (cause) => {
  const [certain, likely, possible] = (['certain', 'likely', 'possible'] as const).map((one) =>
    alternativesTo(cause, one),
  );
  expect(certain).toHaveLength(1);
  expect(likely?.length).toBeGreaterThan(1);
  expect(possible?.length).toBeGreaterThanOrEqual(likely?.length ?? 0);
  expect(possible?.slice(0, 1)).toEqual(certain);
  expect(possible?.map((other) => other.cause)).not.toContain(cause);
  expect(possible?.map((other) => other.cause)).not.toContain('unknown');
});
