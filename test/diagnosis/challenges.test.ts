import { expect, test } from 'vitest';
import { parseChallenges } from '../../lambda/diagnosis/reading/challenges.ts';

test.each([
  ['', []],
  ['Basic', [['basic', {}]]],
  ['Basic realm="simple"', [['basic', { realm: 'simple' }]]],
  ['Basic realm = "spaces around"', [['basic', { realm: 'spaces around' }]]],
  [
    'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
    [
      ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
      ['basic', { realm: 'simple' }],
    ],
  ],
  [
    'Bearer realm="a, b", error="invalid_token", error_description="x, y=z"',
    [['bearer', { realm: 'a, b', error: 'invalid_token', error_description: 'x, y=z' }]],
  ],
  [
    'Negotiate, NTLM',
    [
      ['negotiate', {}],
      ['ntlm', {}],
    ],
  ],
  [
    'Negotiate YIIJvwYGKwYBBQ==, Basic realm="x"',
    [
      ['negotiate', {}, 'YIIJvwYGKwYBBQ=='],
      ['basic', { realm: 'x' }],
    ],
  ],
  [
    'Bearer realm="https://accounts.google.com/AuthSubRequest", error=insufficient_scope, scope="a b"',
    [['bearer', { realm: 'https://accounts.google.com/AuthSubRequest', error: 'insufficient_scope', scope: 'a b' }]],
  ],
  [
    'Bearer resource_metadata=https://api.example.com/x?y=1, error="e"',
    [['bearer', { resource_metadata: 'https://api.example.com/x?y=1', error: 'e' }]],
  ],
  ['Bearer error="cut off', [['bearer', { error: 'cut off' }]]],
  [', ,Basic realm="x",', [['basic', { realm: 'x' }]]],
  ['"quoted" nonsense, Basic realm="x"', [['basic', { realm: 'x' }]]],
  ['BEARER ERROR="x", error="second"', [['bearer', { error: 'x' }]]],
])('%j', (field, expected) => {
  const read = parseChallenges(field).map(({ scheme, params, token68 }) => [
    scheme,
    Object.fromEntries(params),
    ...(token68 === undefined ? [] : [token68]),
  ]);
  expect(read).toEqual(expected);
});

test('a hostile field ends at a bounded number of challenges', () => {
  expect(parseChallenges('a,'.repeat(100_000)).length).toBeLessThanOrEqual(16);
});
