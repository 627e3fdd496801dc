import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainText } from '../../bin/explain/explained.ts';
import { ExplainInputError } from '../../bin/explain/input.ts';
import { report } from '../../bin/explain/report.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'explain');
const recorded = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 3000));

const explained = (text: string) => {
  try {
    const { explained, notes } = explainText(text);
    return report(explained, notes, { style: (_, said) => said, width: 40 });
  } catch (error) {
    if (error instanceof ExplainInputError) return error.message;
    throw error;
  }
};

test('a recording that is cut, doubled or mixed with another is explained or refused', () => {
  const piece = fc
    .tuple(fc.constantFrom(...recorded), fc.nat(3000), fc.nat(3000))
    .map(([text, from, length]) => text.slice(from, from + length));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      expect(explained(pieces.join('')).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('any JSON is explained or refused', () => {
  const names = fc.constantFrom(
    'request',
    'response',
    'status',
    'headers',
    'body',
    'data',
    'log',
    'entries',
    'config',
    'error',
    'message',
    'url',
    'content',
    'text',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(403, '401', null, true, 'x', 'Bearer hunter2CorrectHorse9', -1, 1e300),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(explained(JSON.stringify(value)).length).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});
