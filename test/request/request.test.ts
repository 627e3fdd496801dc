import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { request } from '../../lambda/request/request.ts';
import { startRawServer, startServer, startTlsServer, TEST_CA } from '../support/http-server.ts';
import { aProbe, authorisation, SECRET } from './a-probe.ts';

test('an answer is observed with its head, its body and where the time went', async () => {
  await using server = await startServer((incoming, response) => {
    response.writeHead(403, { 'X-Mixed-Case': 'yes', 'x-twice': ['one', 'two'] });
    response.end(`${incoming.method} ${incoming.url} ${incoming.headers['user-agent']}`);
  });
  const before = Date.now();
  const observation = await request({ probe: aProbe(`${server.url}/path?a=b`) });
  expect(observation).toMatchObject({
    request: { method: 'GET', url: `${server.url}/path?a=b`, credentialSent: false },
    redirects: [],
    response: { status: 403, body: 'GET /path?a=b Scopewatch/0.1', truncated: false },
  });
  expect(observation.response?.headers).toMatchObject({ 'x-mixed-case': 'yes', 'x-twice': 'one, two' });
  expect(observation.startedAt).toBeGreaterThanOrEqual(before);
  const { connectMs = Number.NaN, firstByteMs = Number.NaN, totalMs, dnsMs, tlsMs } = observation.phases;
  expect(totalMs).toBeGreaterThanOrEqual(connectMs + firstByteMs - 0.2);
  expect([dnsMs, tlsMs]).toEqual([undefined, undefined]);
});

test('what is sent is the probe as configured, over defaults', async () => {
  await using server = await startServer(async (incoming, response) => {
    response.end(
      JSON.stringify({ ...incoming.headers, method: incoming.method, body: (await incoming.toArray()).join('') }),
    );
  });
  const probe = aProbe(server.url, {
    method: 'POST',
    body: '{"a":"é"}',
    headers: { 'user-agent': 'shop', 'content-type': 'application/json' },
  });
  const { response } = await request({ probe });
  expect(JSON.parse(response?.body ?? '')).toMatchObject({
    method: 'POST',
    body: '{"a":"é"}',
    'content-length': '10',
    'user-agent': 'shop',
    'content-type': 'application/json',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
  });
});

test('each call makes a connection of its own', async () => {
  const ports = new Set<number | undefined>();
  await using server = await startServer((incoming, response) => {
    ports.add(incoming.socket.remotePort);
    response.end();
  });
  await request({ probe: aProbe(server.url) });
  await request({ probe: aProbe(server.url) });
  expect(ports.size).toBe(2);
});

describe('the secret is nowhere in the observation', () => {
  test('when the server echoes it in headers, in cookies and in the body, in many forms', async () => {
    const base64 = Buffer.from(`user:${SECRET}`).toString('base64');
    await using server = await startServer((incoming, response) => {
      response.writeHead(403, {
        'x-echo': String(incoming.headers.authorization),
        'set-cookie': [`session=${SECRET}; Path=/`, '__cf_bm=abc'],
        location: `/?t=${encodeURIComponent(SECRET)}`,
      });
      response.end(
        [SECRET, JSON.stringify(SECRET).replaceAll('/', '\\/'), encodeURIComponent(SECRET), base64].join('\n'),
      );
    });
    const observation = await request({ probe: aProbe(server.url), authorisation });
    expect(observation.response?.headers).toMatchObject({
      'x-echo': 'Bearer <redacted>',
      'set-cookie': 'session, __cf_bm',
      location: '/?t=<redacted>',
    });
    const shown = JSON.stringify(observation);
    for (const form of [SECRET, encodeURIComponent(SECRET), base64, base64.slice(8, 24)])
      expect(shown).not.toContain(form);
    expect(observation.request).toMatchObject({ credentialSent: true, headers: { authorization: '<redacted>' } });
  });

  test('when it is configured as a header without a credential', async () => {
    await using server = await startServer((_, response) => response.end());
    const headers = { 'x-api-key': 'k3y-value', cookie: 'a=b', 'x-tenant': 'shop' };
    const { request: sent } = await request({ probe: aProbe(server.url, { headers }) });
    expect(sent.headers).toMatchObject({ 'x-api-key': '<redacted>', cookie: '<redacted>', 'x-tenant': 'shop' });
  });

  test('when it fails', async () => {
    const observation = await request({
      probe: aProbe('http://127.0.0.1:1/'),
      authorisation: { headers: {}, query: { key: SECRET }, secrets: [SECRET] },
    });
    expect(observation.failure?.message).toMatch(/^127\.0\.0\.1:1 refused the connection/);
    expect(JSON.stringify(observation)).not.toContain(encodeURIComponent(SECRET));
  });
});

describe('TLS', () => {
  test('is verified, and the end of the certificate is noted', async () => {
    await using server = await startTlsServer((_, response) => response.end('ok'));
    const observation = await request({ probe: aProbe(server.url), tls: { ca: TEST_CA } });
    expect(observation).toMatchObject({ response: { body: 'ok' }, certificateExpiresAt: Date.UTC(2126, 0, 1) / 1000 });
    expect(observation.phases).toMatchObject({ dnsMs: expect.any(Number), tlsMs: expect.any(Number) });
  });

  test('is verified for an address too', async () => {
    await using server = await startTlsServer((_, response) => response.end('ok'));
    const observation = await request({ probe: aProbe(`https://127.0.0.1:${server.port}`), tls: { ca: TEST_CA } });
    expect(observation.response?.body).toBe('ok');
  });

  test.each([
    ['expired', TEST_CA, 'CERT_HAS_EXPIRED', 'valid until 2020-01-01'],
    ['wrong-host', TEST_CA, 'ERR_TLS_CERT_ALTNAME_INVALID', 'is for api.example.com, *.example.org, not for localhost'],
    ['self-signed', TEST_CA, 'DEPTH_ZERO_SELF_SIGNED_CERT', 'is self-signed'],
    ['localhost', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown issuer'],
  ] as const)('a certificate that is %s gets no request', async (certificate, ca, code, words) => {
    let requests = 0;
    await using server = await startTlsServer((_, response) => {
      requests += 1;
      response.end();
    }, certificate);
    const observation = await request({
      probe: aProbe(server.url),
      authorisation,
      ...(ca !== undefined && { tls: { ca } }),
    });
    expect(observation.failure).toMatchObject({
      kind: 'tls',
      phase: 'tls',
      code,
      message: expect.stringContaining(words),
    });
    expect(requests).toBe(0);
  });

  test.each([
    [
      'an old protocol alone',
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
      'offers no TLS version that is still safe',
    ],
    [
      'a client certificate wanted',
      { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
      'wants a client certificate',
    ],
  ] as const)('%s is named', async (_, options, words) => {
    await using server = await startTlsServer((__, response) => response.end(), 'localhost', options);
    const { failure } = await request({ probe: aProbe(server.url), tls: { ca: TEST_CA } });
    expect(failure).toMatchObject({ kind: 'tls', message: expect.stringContaining(words) });
  });

  test('that the server does not speak is named', async () => {
    await using server = await startServer((_, response) => response.end());
    const { failure } = await request({ probe: aProbe(`https://127.0.0.1:${server.port}`) });
    expect(failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('does not speak TLS on this port') });
  });

  test('that never comes to an end ends at the deadline', async () => {
    await using server = await startRawServer(() => {});
    const { failure } = await request({ probe: aProbe(`https://127.0.0.1:${server.port}`, { timeoutMs: 1000 }) });
    expect(failure).toMatchObject({ kind: 'timeout', phase: 'tls' });
  });
});

describe('an endpoint that is not there', () => {
  test('refuses the connection', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const { failure } = await request({ probe: aProbe(`http://127.0.0.1:${port}/secret-path?q=1`) });
    expect(failure).toEqual({
      kind: 'connection-refused',
      phase: 'connect',
      code: 'ECONNREFUSED',
      message: `127.0.0.1:${port} refused the connection (ECONNREFUSED)`,
    });
  });

  test.each([
    ['ENOTFOUND', 'api.example.com has no address in DNS (ENOTFOUND)'],
    ['EAI_AGAIN', 'api.example.com could not be resolved: the name server did not answer (EAI_AGAIN)'],
  ])('has no address: %s', async (code, message) => {
    const resolve = () => Promise.reject(Object.assign(new Error('lookup failed'), { code }));
    const { failure } = await request({ probe: aProbe('https://api.example.com/'), resolve });
    expect(failure).toEqual({ kind: 'dns', phase: 'dns', code, message });
  });

  test('is not resolved before the deadline', async () => {
    const resolve = () => new Promise<never>(() => {});
    const { failure } = await request({ probe: aProbe('https://api.example.com/', { timeoutMs: 100 }), resolve });
    expect(failure).toMatchObject({ kind: 'timeout', phase: 'dns' });
  });

  test('is not called after the deadline', async () => {
    let connections = 0;
    await using server = await startRawServer(() => {
      connections += 1;
    });
    const { failure } = await request({ probe: aProbe(server.url), deadlineMs: Date.now() - 1 });
    expect(failure).toMatchObject({ kind: 'timeout', message: expect.stringContaining('within 0 ms') });
    expect(connections).toBe(0);
  });
});

describe('addresses', () => {
  test('a private one is not called unless the probe may', async () => {
    let connections = 0;
    await using server = await startRawServer(() => {
      connections += 1;
    });
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      const probe = aProbe(`http://${host}:${server.port}/`, { allowPrivateNetwork: false });
      expect((await request({ probe })).failure).toMatchObject({
        kind: 'address-refused',
        message: expect.stringContaining('set allowPrivateNetwork'),
      });
    }
    expect(connections).toBe(0);
  });

  test('the runtime is not called, whatever its environment says of the network', async () => {
    await using server = await startServer((_, response) => response.end());
    const runtimeEndpoints = [`127.0.0.1:${server.port}`];
    const { failure } = await request({ probe: aProbe(server.url), runtimeEndpoints });
    expect(failure).toMatchObject({ kind: 'address-refused', message: expect.stringContaining('Lambda runtime') });
  });

  test('a name is looked up once, and its forbidden addresses are left out', async () => {
    await using server = await startServer((_, response) => response.end('ok'));
    let lookups = 0;
    const resolve = async () => {
      lookups += 1;
      return [{ address: '169.254.169.254' }, { address: '127.0.0.1' }];
    };
    const { response } = await request({ probe: aProbe(`http://api.example.com:${server.port}/`), resolve });
    expect([response?.body, lookups]).toEqual(['ok', 1]);
  });

  test('one that does not answer does not stand in the way of the next', async () => {
    await using server = await startServer((_, response) => response.end('ok'));
    const resolve = async () => [{ address: '127.0.0.2' }, { address: '::1' }, { address: '127.0.0.1' }];
    const { response } = await request({ probe: aProbe(`http://api.example.com:${server.port}/`), resolve });
    expect(response?.body).toBe('ok');
  });
});

test('a fault of the caller rejects', async () => {
  await using server = await startServer((_, response) => response.end());
  await expect(request({ probe: aProbe(server.url, { headers: { 'bad name': 'x' } }) })).rejects.toThrow(
    'invalid header key',
  );
});
