import { expect, test, vi } from 'vitest';
import { log } from '../../lambda/aws/log.ts';

test('an error is logged by its name, message and place, never with the request that it carries', () => {
  const line = vi.spyOn(console, 'error').mockImplementation(() => {});
  const error = Object.assign(new Error('no route'), { request: { headers: { authorization: 'Bearer planted' } } });
  log('error', 'run could not be completed', { probe: 'a', error: new AggregateError([error]) });
  expect(line.mock.calls).toEqual([
    [
      {
        message: 'run could not be completed',
        probe: 'a',
        error: [{ name: 'Error', message: 'no route', stack: expect.any(Array) }],
      },
    ],
  ]);
  expect(JSON.stringify(line.mock.calls)).not.toContain('planted');
  line.mockRestore();
});
