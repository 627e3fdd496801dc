import { describe, expect, test } from 'vitest';
import { textOf } from '../../bin/explain/forms/plain-text.ts';
import { parseInput } from '../../bin/explain/parse.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';

const read = (text: string) => parseInput(text).refusals[0];

describe('what goes over the wire', () => {
  test('an answer right behind the body of its request, as a packet dump shows it', () => {
    const text =
      'POST /x HTTP/1.1\r\nHost: api.example.com\r\nContent-Length: 7\r\n\r\n{"a":1}HTTP/1.1 403 Forbidden\r\nServer: nginx\r\n\r\nno';
    expect(read(text)).toMatchObject({
      request: { method: 'POST', url: 'https://api.example.com/x' },
      response: { status: 403, headers: { server: 'nginx' }, body: 'no' },
    });
  });

  test('a body in chunks, as a proxy shows it', () => {
    const text =
      'HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\n{"a"\r\n5\r\n:"é"\r\n1\r\n}\r\n0\r\n\r\n';
    expect(read(text)?.response.body).toBe('{"a":"é"}');
  });

  test('a body that only begins like chunks', () => {
    const text = 'HTTP/1.1 403 Forbidden\nTransfer-Encoding: chunked\n\nface\nto face\nno';
    expect(read(text)?.response.status).toBe(403);
    expect(read('HTTP/1.1 403 Forbidden\nTransfer-Encoding: chunked\n\n{"a":1}')?.response.body).toBe('{"a":1}');
  });

  test.each([
    ['api.example.com:80', 'http://api.example.com:80/x'],
    ['api.example.com', 'https://api.example.com/x'],
  ])('the scheme is guessed by the port of %s', (host, url) => {
    expect(read(`GET /x HTTP/1.1\nHost: ${host}\n\nHTTP/1.1 403 Forbidden\n\n`)?.request.url).toBe(url);
  });

  test('a status line within a body is the body', () => {
    expect(read('HTTP/1.1 403 Forbidden\n\nwe said HTTP/1.1 403 Forbidden to you')?.response.body).toContain('to you');
  });
});

describe('more than one call', () => {
  const call = (path: string, answer: string) =>
    `> GET ${path} HTTP/1.1\n> Host: a.example\n> \n< HTTP/1.1 ${answer}\n< \nx\n`;

  test('the refused one counts, though another went well after it', () => {
    expect(read(call('/a', '403 Forbidden') + call('/b', '200 OK'))?.response.status).toBe(403);
  });

  test('a challenge that was answered is no refusal', () => {
    expect(read(call('/a', '401 Unauthorized') + call('/a', '200 OK'))?.response.status).toBe(200);
  });
});

describe('what stands around a message', () => {
  test.each([
    ['a code fence', '```http\nHTTP/1.1 403 Forbidden\n\nno\n```\n'],
    ['colours', '\u001b[34mHTTP\u001b[39m/1.1 403 Forbidden\n\n\u001b[1mno\u001b[0m\n'],
    ['a byte order mark', '\uFEFFHTTP/1.1 403 Forbidden\n\nno'],
    ['indentation', '   HTTP/1.1 403 Forbidden\n   Server: x\n\nno'],
  ])('%s is left out', (_, text) => {
    expect(read(text)?.response).toMatchObject({ status: 403, body: 'no' });
  });

  test('a code fence around JSON is left out', () => {
    const text = '```json\n{"response":{"status":403,"body":"no"}}\n```';
    expect(parseInput(text)).toMatchObject({ refusals: [{ response: { body: 'no' } }], notes: [] });
  });

  test('an indented head, as wget prints it, ends where the indentation does', () => {
    const { headers } = read('  HTTP/1.1 403 Forbidden\n  Server: x\nLength: 79\n')?.response ?? {};
    expect(headers).toEqual({ server: 'x' });
  });

  test('lines of a body that look like marks of curl stay', () => {
    const text = '> GET / HTTP/1.1\n> Host: a\n> \n< HTTP/1.1 403 Forbidden\n< \n> quoted\n< less\n12 34 56';
    expect(read(text)?.response.body).toBe('> quoted\n< less\n12 34 56');
  });

  test('UTF-16 of either order is text', () => {
    const little = Buffer.from('\uFEFFHTTP/1.1 403 Forbidden\n\nno', 'utf16le');
    expect(textOf(little)).toContain('HTTP/1.1 403');
    expect(textOf(Buffer.from(little).swap16())).toContain('HTTP/1.1 403');
  });

  test('a body that cannot be unpacked is not quoted, and a reader is told', () => {
    const packed = Buffer.from([0x1b, 0x4e, 0x00, 0xf8, 0x8d, 0xaa, 0x01, 0x02, 0xff]);
    const { refusals, notes } = parseInput(
      textOf(Buffer.concat([Buffer.from('HTTP/1.1 403 Forbidden\ncontent-encoding: br\n\n'), packed])),
    );
    expect(refusals[0]?.response.body).toBe('');
    expect(notes.join()).toContain('curl --compressed');
  });
});

describe('a HAR', () => {
  const entry = (status: number) => ({ request: { method: 'GET', url: 'https://a.example/' }, response: { status } });
  const har = (...statuses: number[]) => JSON.stringify({ log: { entries: statuses.map(entry) } });

  test('without a refusal is no fault: how many were looked at is said', () => {
    expect(parseInput(har(200, 500))).toMatchObject({
      refusals: [],
      notes: ['The HAR has 2 entries: no refusal among them.'],
    });
  });

  test('says what had no answer', () => {
    expect(parseInput(har(0, 403, 429)).notes).toEqual([
      "The HAR has 3 entries: 2 of them are refusals; 1 had no answer at all, which is the network or the browser's own refusal (CORS).",
    ]);
  });

  test('from which a browser left the credential out is not said to have had none', () => {
    const { refusals } = parseInput(har(401));
    expect(refusals.map((refusal) => diagnose(refusal).cause)).toEqual(['unknown']);
  });

  test.each([
    '{"log":{"entries":[null,1,{},{"response":null}]}}',
    '{"entries":[{"response":{"status":200,"content":[]}}]}',
  ])('with entries that lack nearly all is read: %s', (text) => {
    expect(parseInput(text).refusals).toEqual([]);
  });
});
