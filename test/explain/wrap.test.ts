import { expect, test } from 'vitest';
import { columnsOf, pairs, printable, wrap, wrapHard } from '../../bin/explain/wrap.ts';

const LINK = 'https://docs.example.com/a/very/long/link/that/is/wider/than/the/line';

test('a link stands alone and whole', () => {
  expect(wrap(`Read ${LINK} first.`, 20)).toEqual(['Read', LINK, 'first.']);
  expect(wrapHard(LINK, 20)).toEqual([LINK]);
});

test('a quoted word is broken where a line ends', () => {
  expect(wrapHard('a'.repeat(45), 20)).toEqual(['a'.repeat(20), 'a'.repeat(20), 'a'.repeat(5)]);
});

test('letters of two columns are counted as two, and lines break between them', () => {
  const text = '日本語のとても長い文章がここにあります';
  expect(columnsOf(text)).toBe(38);
  const lines = wrap(`a ${text}`, 20);
  expect(lines.join('')).toBe(`a ${text}`);
  expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(20);
});

test('pairs align, and stand below each other where there is no room', () => {
  const rows = [
    ['a', 'one two three'],
    ['header www-authenticate', 'Bearer realm="x"'],
  ] as const;
  expect(pairs(rows, 60)).toEqual([
    'a                        one two three',
    'header www-authenticate  Bearer realm="x"',
  ]);
  expect(pairs(rows, 30)).toEqual(['a: one two three', 'header www-authenticate', '  Bearer realm="x"']);
});

test('nothing that a terminal acts upon is left', () => {
  expect(printable('a\u001b[31mb\u202ec\nd')).toBe('a [31mb c d');
});
