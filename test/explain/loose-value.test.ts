import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looseValueAt } from '../../bin/explain/forms/loose-value.ts';

test.each([
  ["{'a': None, 'b': True, 'c': [1, 2.5]}", { b: true, c: [1, 2.5] }],
  ["{ a: 'it\\'s', 'b-c': \"x\\n\", d: -1 }", { a: "it's", 'b-c': 'x\n', d: -1 }],
  ['Object [AxiosHeaders] { a: 1 }', { a: 1 }],
  ['<ref *1> ClientRequest { a: [Function: b], c: [Circular *1] }', { a: '[Function: b]', c: '[Circular *1]' }],
  ['{ a: [Object: null prototype] { b: 1 }, [Symbol(c)]: 2 }', { a: { b: 1 }, '[Symbol(c)]': 2 }],
  ["{ a: 'b' +\n  'c', ... 3 more items }", { a: 'bc' }],
  ["Map(1) { 'a' => 1 }", { a: 1 }],
  ['{ status: 403, data: {...} }', { status: 403 }],
  ['{"a": "\\u0041\\x42"}', { a: 'AB' }],
  ['{ a: { b: 1', { a: { b: 1 } }],
])('%s', (text, value) => {
  expect(JSON.parse(JSON.stringify(looseValueAt(text, 0).value))).toEqual(value);
});

test('what Node.js prints of plain data is read back', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.stringMatching(/^[a-z][\w-]{0,9}$/),
        fc.oneof(fc.stringMatching(/^[ -~]{0,200}$/), fc.integer(), fc.boolean()),
      ),
      (data) => {
        const { value } = looseValueAt(inspect(data), 0);
        expect({ ...(value as object) }).toEqual({ ...data });
      },
    ),
  );
});

test('any text is read to an end, which is behind its start', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    "'",
    '"',
    '`',
    ',',
    ':',
    '=>',
    '...',
    'a',
    ' ',
    '\n',
    '\\',
    '1',
    '<ref *1> A {',
    '[Function',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = `{${pieces.join('')}`;
      expect(looseValueAt(text, 0).end).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '{'.repeat(100_000),
  '['.repeat(100_000),
  '{a:'.repeat(100_000),
  '[{'.repeat(100_000),
  `{${'a: 1, '.repeat(100_000)}`,
  `{${"'a' + ".repeat(100_000)}`,
  `{${'a '.repeat(100_000)}`,
])(
  'a text of 100 000 pieces takes no time to speak of',
  (text) => {
    expect(looseValueAt(text, 0).end).toBeLessThanOrEqual(text.length);
  },
  5_000,
);
