import type { IncomingMessage, RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Probe } from '../../lambda/config/types.ts';
import { request } from '../../lambda/request/request.ts';
import { startServer } from '../support/http-server.ts';
import { aProbe, authorisation, SECRET } from './a-probe.ts';

/** A server that notes what it is asked, and redirects as `where` says for a path. */
async function redirecting(where: (path: string) => [status: number, location: string] | undefined) {
  const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const answer: RequestListener = async (incoming, response) => {
    const body = (await incoming.toArray()).join('');
    seen.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body });
    const redirect = where(incoming.url ?? '');
    if (redirect === undefined) response.end('arrived');
    else response.writeHead(redirect[0], { location: redirect[1] }).end();
  };
  return { server: await startServer(answer), seen };
}

const startOnly =
  (status: number, location: string) =>
  (path: string): [number, string] | undefined =>
    path.startsWith('/start') ? [status, location] : undefined;

test('a redirect within the origin is followed with the credential and the headers', async () => {
  const { server, seen } = await redirecting(startOnly(302, '/end?x=1#fragment'));
  await using _ = server;
  const observation = await request({
    probe: aProbe(`${server.url}/start`, { headers: { 'x-tenant': 'shop' } }),
    authorisation,
  });
  expect(observation).toMatchObject({
    response: { status: 200, body: 'arrived' },
    redirects: [`${server.url}/end?x=1`],
  });
  expect(observation.request).toMatchObject({ url: `${server.url}/start`, credentialSent: true });
  expect(seen[1]?.headers).toMatchObject({ authorization: `Bearer ${SECRET}`, 'x-tenant': 'shop' });
});

describe('another origin', () => {
  test('gets neither the credential nor the configured headers', async () => {
    const other = await redirecting(() => undefined);
    await using _ = other.server;
    const { server } = await redirecting(startOnly(302, `${other.server.url}/end`));
    await using __ = server;
    const headers = { 'x-tenant': 'shop', cookie: 'a=b', origin: 'https://shop.example', accept: 'text/csv' };
    const observation = await request({ probe: aProbe(`${server.url}/start`, { headers }), authorisation });
    expect(observation).toMatchObject({ response: { body: 'arrived' }, request: { credentialSent: false } });
    expect(JSON.stringify(other.seen)).not.toContain(SECRET);
    expect(Object.keys(other.seen[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(other.seen[0]?.headers.accept).toBe('text/csv');
  });

  test('gets no credential on its own redirects either', async () => {
    const other = await redirecting(startOnly(302, '/end'));
    await using _ = other.server;
    const { server } = await redirecting(startOnly(302, `${other.server.url}/start`));
    await using __ = server;
    await request({ probe: aProbe(`${server.url}/start`), authorisation });
    expect(other.seen.map(({ url }) => url)).toEqual(['/start', '/end']);
    expect(JSON.stringify(other.seen)).not.toContain(SECRET);
  });

  test('gets no credential that travels in the query, and coming back does not bring it back', async () => {
    const key = { headers: {}, query: { api_key: SECRET }, secrets: [SECRET] };
    const home = await redirecting((path) =>
      path.startsWith('/start') ? [302, `${other.server.url}/away`] : undefined,
    );
    const other = await redirecting(() => [302, `${home.server.url}/back`]);
    await using _ = home.server;
    await using __ = other.server;
    const observation = await request({ probe: aProbe(`${home.server.url}/start`), authorisation: key });
    expect(observation.request.credentialSent).toBe(false);
    expect(home.seen.map(({ url }) => url)).toEqual([`/start?api_key=${encodeURIComponent(SECRET)}`, '/back']);
    expect(other.seen.map(({ url }) => url)).toEqual(['/away']);
  });

  test.each<[string, number, Partial<Probe>]>([
    ['a body', 307, { method: 'POST', body: '{"a":1}' }],
    ['a body of a GET', 302, { body: '{"a":1}' }],
    ['a method that changes something', 308, { method: 'DELETE' }],
  ])('does not get %s: the redirect is the answer', async (_, status, changes) => {
    const other = await redirecting(() => undefined);
    await using __ = other.server;
    const { server } = await redirecting(startOnly(status, `${other.server.url}/end`));
    await using ___ = server;
    const observation = await request({ probe: aProbe(`${server.url}/start`, changes) });
    expect(observation.response?.status).toBe(status);
    expect(other.seen).toEqual([]);
  });

  test('is not called when its host would be the secret, which a URL has in lower case', async () => {
    const { server } = await redirecting(startOnly(302, 'http://S3cretValue.localhost:1/'));
    await using _ = server;
    for (const secret of ['S3cretValue', 'S3cretVALUE']) {
      const bearer = { headers: { authorization: `Bearer ${secret}` }, query: {}, secrets: [secret] };
      const resolve = () => Promise.reject(new Error('looked up'));
      const observation = await request({ probe: aProbe(`${server.url}/start`), authorisation: bearer, resolve });
      expect(observation).toMatchObject({ response: { status: 302 }, redirects: [] });
      expect(JSON.stringify(observation).toLowerCase()).not.toContain('s3cretvalue');
    }
  });

  test.each(['raw', 'encoded'])('is not called when the server put the secret into the target, %s', async (form) => {
    const other = await redirecting(() => undefined);
    await using _ = other.server;
    const leaked = form === 'raw' ? SECRET : encodeURIComponent(SECRET);
    const { server } = await redirecting(startOnly(302, `${other.server.url}/login?next=${leaked}`));
    await using __ = server;
    const observation = await request({ probe: aProbe(`${server.url}/start`), authorisation });
    expect(observation.response?.headers.location).toBe(`${other.server.url}/login?next=<redacted>`);
    expect(other.seen).toEqual([]);
  });
});

test('a credential in the query is added to a redirect within the origin once', async () => {
  const key = { headers: {}, query: { api_key: SECRET }, secrets: [SECRET] };
  const { server, seen } = await redirecting((path) =>
    path.startsWith('/start')
      ? [302, '/middle']
      : path.startsWith('/middle')
        ? [302, `/end?api_key=${encodeURIComponent(SECRET)}`]
        : undefined,
  );
  await using _ = server;
  const observation = await request({ probe: aProbe(`${server.url}/start?a=b%20c`), authorisation: key });
  const query = `api_key=${encodeURIComponent(SECRET)}`;
  expect(seen.map(({ url }) => url)).toEqual([`/start?a=b%20c&${query}`, `/middle?${query}`, `/end?${query}`]);
  expect(observation.redirects).toEqual([`${server.url}/middle`, `${server.url}/end?api_key=<redacted>`]);
  expect(observation.request.url).toBe(`${server.url}/start?a=b%20c`);
});

describe('the method and the body after a redirect', () => {
  test.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [303, 'HEAD', 'HEAD', ''],
    [301, 'PUT', 'PUT', '{}'],
    [307, 'POST', 'POST', '{}'],
    [308, 'PATCH', 'PATCH', '{}'],
  ])('%i of a %s is a %s', async (status, method, expected, body) => {
    const { server, seen } = await redirecting(startOnly(status, '/end'));
    await using _ = server;
    const changes = {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method !== 'HEAD' && { body: '{}' }),
    };
    await request({ probe: aProbe(`${server.url}/start`, changes) });
    expect(seen[1]).toMatchObject({ method: expected, body });
    expect(seen[1]?.headers['content-type']).toBe(body === '' && method !== 'HEAD' ? undefined : 'application/json');
  });
});

describe('a redirect that cannot be followed is the answer', () => {
  test.each([
    'http://',
    'http://[::zz]/',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://a b/',
  ])('to %j', async (location) => {
    const { server } = await redirecting(startOnly(302, location));
    await using _ = server;
    expect(await request({ probe: aProbe(`${server.url}/start`) })).toMatchObject({
      response: { status: 302 },
      redirects: [],
    });
  });

  test('without a target', async () => {
    await using server = await startServer((_, response) => response.writeHead(301).end());
    expect(await request({ probe: aProbe(server.url) })).toMatchObject({ response: { status: 301 } });
  });

  test('with two targets', async () => {
    await using server = await startServer((_, response) =>
      response.writeHead(301, ['location', '/a', 'location', '/b']).end(),
    );
    expect(await request({ probe: aProbe(server.url) })).toMatchObject({ response: { status: 301 }, redirects: [] });
  });

  test('when the probe follows none', async () => {
    const { server } = await redirecting(startOnly(302, '/end'));
    await using _ = server;
    expect(await request({ probe: aProbe(`${server.url}/start`, { maxRedirects: 0 }) })).toMatchObject({
      response: { status: 302 },
    });
  });
});

test('a redirect loop ends at the bound', async () => {
  const { server, seen } = await redirecting(() => [302, '/again']);
  await using _ = server;
  const observation = await request({ probe: aProbe(server.url, { maxRedirects: 3 }) });
  expect(observation.failure).toMatchObject({
    kind: 'redirects',
    message: expect.stringContaining('redirects more than 3 times'),
  });
  expect(seen).toHaveLength(4);
});

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://[::ffff:169.254.169.254]/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0251.0376.0251.0376/',
])('a redirect to the metadata service is not followed, written as %s', async (location) => {
  const { server } = await redirecting(startOnly(302, location));
  await using _ = server;
  const observation = await request({ probe: aProbe(`${server.url}/start`) });
  expect(observation.failure).toMatchObject({
    kind: 'address-refused',
    message: expect.stringContaining('metadata service'),
  });
});
