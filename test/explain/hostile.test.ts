import { expect, test } from 'vitest';
import { parseInput } from '../../bin/explain/parse.ts';

const HEAD = 'HTTP/1.1 403 Forbidden\n';

/** Far beyond what a slow machine takes for something linear, far below what anything quadratic takes. */
const LIMIT_MS = 5_000;

test.each([
  ['line feeds within the body', `${HEAD}\nx${'\n'.repeat(300_000)}x`],
  ['line feeds around the body', `${HEAD}${'\n'.repeat(300_000)}x${'\n'.repeat(300_000)}`],
  ['equal headers', `${HEAD}${'a: b\n'.repeat(200_000)}\nx`],
  ['different headers', `${HEAD}${Array.from({ length: 200_000 }, (_, index) => `a${index}: b`).join('\n')}\n\nx`],
  ['answers', `${HEAD}\n`.repeat(100_000)],
  [
    "a HAR's equal headers",
    JSON.stringify({ response: { status: 403, headers: new Array(200_000).fill({ name: 'a', value: 'b' }) } }),
  ],
])(
  'very many %s take no time to speak of',
  (_, text) => {
    const [refusal] = parseInput(text).refusals;
    expect(refusal?.response.status).toBe(403);
    expect(Object.values(refusal?.response.headers ?? {}).flat().length).toBeLessThanOrEqual(1_000);
  },
  LIMIT_MS,
);

test('empty lines within the body stay', () => {
  expect(parseInput(`${HEAD}\n\n\na\n\nb\n\n`).refusals[0]?.response.body).toBe('a\n\nb');
});
