import { describe, expect, test } from 'vitest';
import { isoTime, startOfDay } from '../../lambda/grants/iso-time.ts';
import {
  jsonOf,
  listAt,
  numberAt,
  reported,
  stated,
  textAt,
  textsAt,
  valueAt,
} from '../../lambda/grants/json-answer.ts';

const answer = (status: number, body: string) => ({ status, headers: {}, body, truncated: false });

describe('the JSON of an answer', () => {
  test.each([200, 201, 299])('is read from a %d', (status) => {
    expect(jsonOf(answer(status, '{"a":1}'))).toEqual({ a: 1 });
  });

  test.each([199, 300, 401, 500])('is not read from a %d', (status) => {
    expect(jsonOf(answer(status, '{"a":1}'))).toBeUndefined();
  });

  test.each(['', '<html>', '{"a":'])('is not read from %j', (body) => {
    expect(jsonOf(answer(200, body))).toBeUndefined();
  });
});

describe('what stands at a path', () => {
  const value = { a: [{ b: 'text', n: 1, empty: '', texts: ['x'], mixed: ['x', 1] }], none: null };

  test('is read only where it has the type that is asked for', () => {
    expect([textAt(value, 'a', 0, 'b'), textAt(value, 'a', 0, 'n'), textAt(value, 'a', 0, 'empty')]).toEqual([
      'text',
      undefined,
      undefined,
    ]);
    expect([numberAt(value, 'a', 0, 'n'), numberAt(value, 'a', 0, 'b')]).toEqual([1, undefined]);
    expect([listAt(value, 'a')?.length, listAt(value, 'none')]).toEqual([1, undefined]);
    expect([textsAt(value, 'a', 0, 'texts'), textsAt(value, 'a', 0, 'mixed')]).toEqual([['x'], undefined]);
  });

  test.each([[['none', 'b']], [['a', 1, 'b']], [['a', 0, 'b', 'length']], [['constructor']], [['a', 'length', 'b']]])(
    'is nothing at %j',
    (path) => {
      expect(valueAt(value, ...path)).toBeUndefined();
    },
  );

  test('is nothing in what is no object', () => {
    for (const odd of [undefined, null, 'text', 1, true]) expect(valueAt(odd, 'length')).toBeUndefined();
  });
});

test('what is stated has its evidence on one line, and nothing is stated of what is not there', () => {
  expect(stated('a\nb', 'body x')).toEqual({ value: 'a\nb', evidence: { where: 'body x', what: 'a b' } });
  expect(stated([], 'body x')).toEqual({ value: [], evidence: { where: 'body x', what: '(empty)' } });
  expect(stated(undefined, 'body x')).toBeUndefined();
  expect(reported({ life: undefined })).toStrictEqual({ source: 'reported' });
});

describe('times of an answer', () => {
  test.each([
    ['2027-02-04T16:42:10Z', Date.UTC(2027, 1, 4, 16, 42, 10)],
    ['2027-02-04T16:42:10.123456789Z', Date.UTC(2027, 1, 4, 16, 42, 10)],
    ['2027-02-04T16:42:10+01:00', Date.UTC(2027, 1, 4, 15, 42, 10)],
    ['2027-02-04T16:42:10.000-0830', Date.UTC(2027, 1, 5, 1, 12, 10)],
    ['2027-02-04 16:42:10 UTC', Date.UTC(2027, 1, 4, 16, 42, 10)],
  ])('%s is a time', (text, ms) => {
    expect(isoTime(text)).toBe(ms / 1_000);
  });

  test.each(['', 'never', '2027-02-04', '2027-02-04T16:42:10', '2027-13-04T16:42:10Z', '0001-01-01T00:00:00Z', '1'])(
    '%j is none',
    (text) => {
      expect(isoTime(text)).toBeUndefined();
    },
  );

  test('a day begins at midnight UTC', () => {
    expect(startOfDay('2027-02-04')).toBe(Date.UTC(2027, 1, 4) / 1_000);
    for (const text of [undefined, '2027-02-04T00:00:00Z', '2027-2-4', '2027-02-99']) {
      expect(startOfDay(text)).toBeUndefined();
    }
  });
});
