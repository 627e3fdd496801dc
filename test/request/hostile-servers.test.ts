import type { Socket } from 'node:net';
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from '../../lambda/request/body.ts';
import { request } from '../../lambda/request/request.ts';
import { startRawServer, startServer } from '../support/http-server.ts';
import { aProbe, authorisation, SECRET } from './a-probe.ts';

/** Observes a server that answers each connection's request with these bytes, and then does as `then` says. */
async function observe(head: string | Buffer, then: (socket: Socket) => void = () => {}, timeoutMs = 10_000) {
  await using server = await startRawServer((socket) => {
    socket.once('data', () => socket.write(head, () => then(socket)));
  });
  return await request({ probe: aProbe(server.url, { timeoutMs }), authorisation });
}

/** Writes as fast as the other side reads, for ever. */
const forever = (chunk: string | Buffer) => (socket: Socket) => {
  const write = () => {
    while (socket.writable && socket.write(chunk));
  };
  socket.on('drain', write);
  write();
};

const OK = 'HTTP/1.1 200 OK\r\n';
const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\n';

describe('what is no answer is a failure with a name', () => {
  test.each<[string, string, (socket: Socket) => void, object]>([
    ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n', () => {}, { kind: 'protocol', phase: 'first-byte' }],
    ['a page without a head', '<html></html>', (socket) => socket.end(), { kind: 'protocol', phase: 'first-byte' }],
    ['HTTP/2', Buffer.from('000000040000000000', 'hex').toString('latin1'), () => {}, { kind: 'protocol' }],
    [
      'endless headers',
      OK,
      forever(`x-flood: ${'a'.repeat(1000)}\r\n`),
      { kind: 'protocol', code: 'UND_ERR_HEADERS_OVERFLOW' },
    ],
    [
      'one endless header',
      `${OK}x-flood: `,
      forever('a'.repeat(1000)),
      { kind: 'protocol', code: 'UND_ERR_HEADERS_OVERFLOW' },
    ],
    [
      'endless interim answers',
      '',
      forever('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
      { kind: 'protocol', message: expect.stringContaining('more than 20 interim answers') },
    ],
    [
      'endless trailers',
      `${OK}transfer-encoding: chunked\r\n\r\n0\r\n`,
      forever(`x-flood: ${'a'.repeat(1000)}\r\n`),
      { kind: 'protocol', phase: 'body' },
    ],
    [
      'a chunk that is none',
      `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`,
      () => {},
      { kind: 'protocol', phase: 'body' },
    ],
    [
      'an upgrade nobody asked for',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
      () => {},
      { kind: 'protocol' },
    ],
    [
      'a switch of protocols without a word to which',
      'HTTP/1.1 101 Switching Protocols\r\n\r\n',
      () => {},
      { kind: 'protocol', message: expect.stringContaining('switched protocols') },
    ],
    ...['000', '001', '099'].map((status): [string, string, (socket: Socket) => void, object] => [
      `status ${status}`,
      `HTTP/1.1 ${status} x\r\ncontent-length: 0\r\n\r\n`,
      (socket) => socket.end(),
      { kind: 'protocol', message: expect.stringContaining(`answered with status ${Number(status)}`) },
    ]),
    [
      'status 000 after an interim answer',
      'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 000 x\r\n\r\n',
      () => {},
      { kind: 'protocol', phase: 'first-byte' },
    ],
    [
      'an interim answer with a body',
      'HTTP/1.1 199 x\r\ncontent-length: 5\r\n\r\nhello',
      (socket) => socket.end(),
      { kind: 'protocol', phase: 'first-byte' },
    ],
    ['a close without an answer', '', (socket) => socket.end(), { kind: 'connection-reset', phase: 'first-byte' }],
    [
      'a reset without an answer',
      '',
      (socket) => socket.resetAndDestroy(),
      { kind: 'connection-reset', phase: 'first-byte' },
    ],
    [
      'a close within the body',
      `${OK}content-length: 100\r\n\r\nhello`,
      (socket) => socket.end(),
      { kind: 'connection-reset', phase: 'body' },
    ],
    [
      'a reset within the body',
      `${OK}content-length: 100\r\n\r\nhello`,
      (socket) => socket.resetAndDestroy(),
      { kind: 'connection-reset', phase: 'body' },
    ],
  ])('%s', async (_, head, then, failure) => {
    const observation = await observe(head, then);
    expect(observation.failure).toMatchObject(failure);
  });

  test.concurrent.each<[string, string, object]>([
    [
      'silence',
      '',
      {
        kind: 'timeout',
        phase: 'first-byte',
        message: expect.stringMatching(/^127\.0\.0\.1:\d+ did not answer within 1000 ms: /),
      },
    ],
    ['half a head', 'HTTP/1.1 200 OK\r\nx: ', { kind: 'timeout', phase: 'first-byte' }],
    ['half a body', `${OK}content-length: 100\r\n\r\nhello`, { kind: 'timeout', phase: 'body' }],
    [
      'a chunked body without an end',
      `${OK}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n`,
      { kind: 'timeout', phase: 'body' },
    ],
    [
      'half a compressed body',
      `${OK}content-encoding: gzip\r\ncontent-length: 100\r\n\r\n\x1f`,
      { kind: 'timeout', phase: 'body' },
    ],
  ])('%s until the deadline', async (_, head, failure) => {
    expect((await observe(head, () => {}, 1000)).failure).toMatchObject(failure);
  });
});

describe('a refusal without its end is still a refusal', () => {
  test.each<[string, string, (socket: Socket) => void]>([
    ['closed early', 'content-length: 100\r\n\r\n{"error":"expired', (socket) => socket.end()],
    ['reset', 'content-length: 100\r\n\r\n{"error":"expired', (socket) => setImmediate(() => socket.resetAndDestroy())],
    ['never ended', 'content-length: 100\r\n\r\n{"error":"expired', () => {}],
  ])('%s', async (_, rest, then) => {
    const observation = await observe(`${FORBIDDEN}${rest}`, then, 1000);
    expect(observation.response).toMatchObject({
      status: 403,
      truncated: true,
      bodyProblem: 'the answer ended before its body did',
    });
  });

  test('and does not end in a piece of the secret', async () => {
    const observation = await observe(`${FORBIDDEN}content-length: 100\r\n\r\ntoken ${SECRET.slice(0, 12)}`, (socket) =>
      socket.end(),
    );
    expect(observation.response?.body).toBe('token <redacted>');
  });
});

describe('a body is kept up to its bound', () => {
  test('when it never ends', async () => {
    const observation = await observe(
      `${OK}transfer-encoding: chunked\r\n\r\n`,
      forever(`4000\r\n${'x'.repeat(0x4000)}\r\n`),
    );
    expect(observation.response?.truncated).toBe(true);
    expect(observation.response?.body).toHaveLength(MAX_BODY_BYTES);
  });

  test.each([
    [MAX_BODY_BYTES, false],
    [MAX_BODY_BYTES + 1, true],
  ])('when it is %i bytes long', async (length, truncated) => {
    await using server = await startServer((_, response) => response.end(Buffer.alloc(length, 'x')));
    const { response } = await request({ probe: aProbe(server.url) });
    expect(response?.truncated).toBe(truncated);
    expect(response?.body).toHaveLength(MAX_BODY_BYTES);
  });

  test('when the bound goes through the secret', async () => {
    const body = `${'x'.repeat(MAX_BODY_BYTES - 8)}${SECRET}`;
    await using server = await startServer((_, response) => response.end(body));
    const { response } = await request({ probe: aProbe(server.url), authorisation });
    expect(response?.body.endsWith('x<redacted>')).toBe(true);
  });

  test('when the bound goes through a character', async () => {
    await using server = await startServer((_, response) => response.end(`${'x'.repeat(MAX_BODY_BYTES - 1)}é`));
    const { response } = await request({ probe: aProbe(server.url) });
    expect(response?.body.endsWith('xx')).toBe(true);
  });

  test('when gzip expands it without end', async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      const zeros = Buffer.alloc(1024 * 1024);
      const write = () => {
        while (!response.destroyed && gzip.write(zeros));
      };
      gzip.on('drain', write);
      response.on('close', () => gzip.destroy());
      write();
    });
    const { response } = await request({ probe: aProbe(server.url) });
    expect(response?.truncated).toBe(true);
    expect(response?.body).toHaveLength(MAX_BODY_BYTES);
  });

  // The last expands a thousand times twice: some kilobytes to gigabytes.
  test.each<[string, () => Buffer]>([
    ['br', () => brotliCompressSync(Buffer.alloc(64 * MAX_BODY_BYTES))],
    ['zstd', () => zstdCompressSync(Buffer.alloc(64 * MAX_BODY_BYTES))],
    ['gzip, gzip', () => gzipSync(Buffer.concat(Array(1200).fill(gzipSync(Buffer.alloc(MAX_BODY_BYTES)))))],
  ])('when %s expands it', async (encoding, bomb) => {
    const body = bomb();
    await using server = await startServer((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    const before = process.memoryUsage.rss();
    const { response } = await request({ probe: aProbe(server.url) });
    expect(response?.truncated).toBe(true);
    expect(response?.body).toHaveLength(MAX_BODY_BYTES);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
  });
});

test('zstd is not given the memory that its header asks for', async () => {
  // A frame whose window is 2^27 bytes, with one raw block. @see https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1
  const body = Buffer.concat([Buffer.from('28b52ffd0088290000', 'hex'), Buffer.from('hello')]);
  await using server = await startServer((_, response) =>
    response.writeHead(200, { 'content-encoding': 'zstd' }).end(body),
  );
  expect((await request({ probe: aProbe(server.url) })).response?.bodyProblem).toMatch(
    /^content encoding zstd is broken/,
  );
});

describe('a body is decoded', () => {
  const text = 'hello, '.repeat(100);
  test.each<[string, Buffer]>([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['Deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['deflate, gzip', gzipSync(deflateSync(text))],
  ])('from %s', async (encoding, body) => {
    await using server = await startServer((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    expect((await request({ probe: aProbe(server.url) })).response).toMatchObject({ body: text, truncated: false });
  });

  test.each<[string, Buffer, object]>([
    [
      'gzip',
      Buffer.from('plain'),
      { body: '', truncated: true, bodyProblem: 'content encoding gzip is broken: incorrect header check' },
    ],
    [
      'gzip',
      gzipSync(text).subarray(0, -10),
      {
        body: expect.stringContaining('hello'),
        truncated: true,
        bodyProblem: 'content encoding gzip is broken: unexpected end of file',
      },
    ],
    [
      'aws-chunked',
      Buffer.from('plain'),
      { body: '', truncated: true, bodyProblem: 'unknown content encoding "aws-chunked"' },
    ],
    [
      'x\x9b31m',
      Buffer.from('plain'),
      { body: '', truncated: true, bodyProblem: 'unknown content encoding "x\\u009b31m"' },
    ],
    [
      'gzip, gzip, gzip',
      Buffer.from('plain'),
      { body: '', truncated: true, bodyProblem: '3 content encodings, at most 2 are undone' },
    ],
    ['gzip', Buffer.alloc(0), { body: '', truncated: false }],
  ])('from %s as far as it can be', async (encoding, body, expected) => {
    await using server = await startServer((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    expect((await request({ probe: aProbe(server.url) })).response).toMatchObject(expected);
  });

  test.each<[string, (socket: Socket) => void]>([
    ['goes on', forever('x'.repeat(1000))],
    ['falls silent', () => {}],
  ])('from gzip that breaks while the server %s', async (_, then) => {
    const head = `${OK}content-encoding: gzip\r\ncontent-length: 9999999999\r\n\r\nnot gzip`;
    const { response } = await observe(head, then);
    expect(response).toMatchObject({ status: 200, truncated: true, bodyProblem: expect.stringContaining('is broken') });
  });

  test.each<[string, Buffer, string]>([
    ['application/json', Buffer.from('é'), 'é'],
    ['text/plain; charset=ISO-8859-1', Buffer.from('é', 'latin1'), 'é'],
    ['text/plain; charset="Shift_JIS"', Buffer.from([0x93, 0xfa]), '日'],
    ['text/plain; charset=nonsense', Buffer.from('é'), 'é'],
    ['application/xml', Buffer.from('\ufeffé', 'utf16le'), 'é'],
    ['text/plain', Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'a\ufffd\ufffdb'],
  ])('from %s', async (contentType, body, expected) => {
    await using server = await startServer((_, response) =>
      response.writeHead(200, { 'content-type': contentType }).end(body),
    );
    expect((await request({ probe: aProbe(server.url) })).response?.body).toBe(expected);
  });
});

describe('an answer without a body', () => {
  test.each([
    ['to HEAD', 'HEAD', 200],
    ['with 204', 'GET', 204],
    ['with 304', 'GET', 304],
  ])('%s', async (_, method, status) => {
    await using server = await startServer((__, response) =>
      response.writeHead(status, { 'content-encoding': 'gzip' }).end(),
    );
    expect((await request({ probe: aProbe(server.url, { method }) })).response).toMatchObject({
      status,
      body: '',
      truncated: false,
    });
  });

  test('with 204 and bytes that do not belong there', async () => {
    expect((await observe('HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\nhello')).response).toMatchObject({
      status: 204,
      body: '',
    });
  });
});

test('an answer after interim ones counts', async () => {
  const observation = await observe(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${OK}content-length: 2\r\n\r\nok`);
  expect(observation.response).toMatchObject({ status: 200, body: 'ok' });
});

test('an answer without a length ends with the connection', async () => {
  expect((await observe(`${OK}\r\nhello`, (socket) => socket.end())).response).toMatchObject({
    body: 'hello',
    truncated: false,
  });
});

test('more bytes than the length says are not the answer', async () => {
  expect((await observe(`${OK}content-length: 2\r\n\r\nokay`)).response).toMatchObject({
    body: 'ok',
    truncated: false,
  });
});
