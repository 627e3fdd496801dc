import { describe, expect, test } from 'vitest';
import { selectField } from '../../lambda/credentials/select-field.ts';

test.each([
  ['a string', '{"token":"abc","other":1}', 'token', 'abc'],
  ['a number', '{"pin":12345}', 'pin', '12345'],
  ['an empty string', '{"token":""}', 'token', ''],
])('selects %s', (_, secret, field, value) => {
  expect(selectField(secret, field)).toEqual({ value });
});

describe('a field that cannot be selected is a problem that shows no value', () => {
  test.each([
    ['missing', '{"a":"hidden","b":"hidden"}', 'token', 'the secret has no field "token": it has "a", "b"'],
    ['inherited', '{"a":"hidden"}', 'constructor', 'the secret has no field "constructor": it has "a"'],
    ['of nothing', '{}', 'token', 'the secret has no field "token": it has no fields'],
    [
      'not JSON',
      'hidden',
      'token',
      'the secret is not a JSON object, so it has no field "token": drop #token or store JSON',
    ],
    [
      'broken JSON',
      '{"token":"hidden',
      'token',
      'the secret is not a JSON object, so it has no field "token": drop #token or store JSON',
    ],
    ['a list', '["hidden"]', '0', 'the secret is not a JSON object, so it has no field "0": drop #0 or store JSON'],
    [
      'an object',
      '{"token":{"a":"hidden"}}',
      'token',
      'the secret\'s field "token" is an object, not a string: store it as a string',
    ],
    ['null', '{"token":null}', 'token', 'the secret\'s field "token" is null, not a string: store it as a string'],
    [
      'a number with lost digits',
      '{"token":12345678901234567890}',
      'token',
      'the secret\'s field "token" is a number, not a string: store it as a string',
    ],
  ])('%s', (_, secret, field, problem) => {
    expect(selectField(secret, field)).toEqual({ problem });
  });
});
