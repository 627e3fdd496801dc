import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { linesOf } from '../../bin/explain/lines.ts';
import { explainNdjson } from '../../bin/explain/ndjson.ts';

async function linesIn(chunks: readonly Buffer[], maxBytes: number) {
  const lines: (string | undefined)[] = [];
  for await (const line of linesOf(Readable.from(chunks), maxBytes)) lines.push(line);
  return lines;
}

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** What a program of somebody else may write for an exchange. */
test.each([
  [
    'headers as pairs',
    '{"id":1,"response":{"status":401,"headers":[["WWW-Authenticate","Bearer error=\\"invalid_token\\""]]}}',
    1,
  ],
  [
    'headers as names and values',
    '{"id":2,"response":{"status":401,"headers":[{"name":"WWW-Authenticate","value":"Bearer error=\\"invalid_token\\""}]}}',
    2,
  ],
  [
    'lists of values',
    '{"id":3,"response":{"status":401,"headers":{"www-authenticate":["Basic","Bearer error=\\"invalid_token\\""]}}}',
    3,
  ],
  ['a status in digits', '{"id":4,"response":{"status":"401","body":"{\\"error\\":\\"invalid_token\\"}"}}', 4],
  [
    'a body that is an object',
    '{"id":5,"request":null,"response":{"status":401,"headers":null,"body":{"error":"invalid_token"}}}',
    5,
  ],
  [
    'a byte order mark and CRLF',
    '\uFEFF{"id":6,"response":{"status":401,"body":"{\\"error\\":\\"invalid_token\\"}"}}\r',
    6,
  ],
  [
    'an id that is no string',
    '{"id":{"a":[7]},"response":{"status":401,"body":{"error":"invalid_token"}}}',
    { a: [7] },
  ],
])('%s are understood', (_, line, id) => {
  expect(JSON.parse(explainNdjson(line))).toMatchObject({ id, cause: 'credential-invalid' });
});

test.each([
  ['"a string"', 'the line has no "response" with a status from 100 to 599'],
  ['{"id":null,"response":{"status":99}}', 'the line has no "response" with a status from 100 to 599'],
  [`{"response":{"status":403,"body":${deep(200_000)}}}`, 'the line is nested too deeply'],
  [`{"id":${deep(200_000)},"response":{"status":403}}`, 'the line is nested too deeply'],
])('%.40s is answered with an error', (line, error) => {
  expect(JSON.parse(explainNdjson(line))).toEqual({ id: null, error });
});

test.each([
  '{"id":1,"request":{"method":5,"url":{},"headers":"x"},"response":{"status":403,"headers":{"a":null,"b":[1,null],"c":{"d":1}},"body":true}}',
  '{"id":1,"request":"GET /x","response":{"status":403,"body":null}}',
  '{"id":1,"request":{"url":"http://[bad","headers":{"cookie":5,"authorization":[null]}},"response":{"status":403,"body":"\\ud800"}}',
  JSON.stringify({ id: 1, response: { status: 403, body: 'x'.repeat(10 * 1024 * 1024) } }),
])('%j is answered', (line) => {
  expect(JSON.parse(explainNdjson(line))).toMatchObject({ id: 1, cause: 'unknown' });
});

test('lines are told apart wherever the stream is cut, in any encoding of their ends', async () => {
  const bytes = Buffer.from('{"ä":1}\r\n\n€\r\r\nlast');
  for (let size = 1; size <= bytes.length; size++) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect(await linesIn(chunks, 100)).toEqual(['{"ä":1}', '', '€\r', 'last']);
  }
});

test('of a line that is too long nothing is kept, and the next is read', async () => {
  const chunks = [Buffer.from('ab'), Buffer.from('cdef'), Buffer.from('g\nshort\n')];
  expect(await linesIn(chunks, 5)).toEqual([undefined, 'short']);
});
