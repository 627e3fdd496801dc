import { describe, expect, test } from 'vitest';
import { lifeNamed, refusalJson } from '../../lambda/grants/refusal.ts';

const answer = (status: number, body: string) => ({ status, headers: {}, body, truncated: false });

describe('the JSON of a refusal', () => {
  test.each([400, 401, 403, 429])('is read from a %d', (status) => {
    expect(refusalJson(answer(status, '{"a":1}'))).toEqual({ a: 1 });
  });

  test.each([
    [200, '{"a":1}'],
    [302, '{"a":1}'],
    [500, '{"a":1}'],
    [401, '<html>'],
    [401, '{"a":'],
    [401, ''],
  ])('is none in a %d with %j', (status, body) => {
    expect(refusalJson(answer(status, body))).toBeUndefined();
  });
});

test('a life is named by a word of the table, and by no inherited one', () => {
  const lives = { token_expired: 'expired' } as const;
  expect(lifeNamed('token_expired', lives, 'body error')).toEqual({
    value: 'expired',
    evidence: { where: 'body error', what: 'token_expired' },
  });
  for (const word of ['toString', '__proto__', '', undefined]) {
    expect(lifeNamed(word, lives, 'body error')).toBeUndefined();
  }
});
