import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startServer } from '../../support/http-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { clientCredentials, testProcess, usable } from '../../support/minting.ts';

const SECRET = 'hunter2CorrectHorse';

/** A process whose token endpoint answers so, on a clock that the test moves. */
async function processAt(answer: RequestListener) {
  const asked: IncomingMessage[] = [];
  const server = await startServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  const clock = { now: Date.now() };
  const process = testProcess(memorySecrets({ 'prod/client': SECRET }), { now: () => clock.now });
  const credential = clientCredentials({
    clientId: 'monitor',
    tokenUrl: `${server.url}/token?tenant=t`,
    scopes: ['a'],
  });
  return {
    server,
    asked,
    clock,
    use: (more?: Parameters<typeof process.use>[1]) => process.use(credential, more),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** Gives `token 1`, `token 2` and so on. */
function counting(more: Readonly<Record<string, unknown>> = {}): RequestListener {
  let given = 0;
  return (_request, response) => {
    given += 1;
    json(response, 200, { access_token: `token-${given}`, token_type: 'Bearer', ...more });
  };
}

describe('a token endpoint that gives none says nothing of the credential', () => {
  test.each<[string, RequestListener, RegExp]>([
    [
      'an error of its own',
      (_, response) => json(response, 503, { error: 'server_error' }),
      /is out of order \(status 503\)/,
    ],
    [
      'a page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hello</html>'),
      /text\/html that is no JSON/,
    ],
    [
      'a page that nothing is there',
      (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>'),
      /status 404: see whether the URL/,
    ],
    ['nothing', (_, response) => response.end(), /an empty body/],
    ['a list', (_, response) => json(response, 200, [1]), /no JSON object/],
    ['no token', (_, response) => json(response, 200, { token_type: 'Bearer' }), /without an access_token/],
    ['a token that is no text', (_, response) => json(response, 200, { access_token: 5 }), /without an access_token/],
    [
      'a token with a line break',
      (_, response) => json(response, 200, { access_token: 'a\nb' }),
      /no header can carry/,
    ],
    [
      'a token bound to a key',
      (_, response) => json(response, 200, { access_token: 'a', token_type: 'DPoP' }),
      /of type DPoP/,
    ],
    [
      'a redirect',
      (_, response) => response.writeHead(307, { location: 'https://elsewhere.example/x?y=z' }).end(),
      /redirects to https:\/\/elsewhere\.example\/x, where no secret is sent/,
    ],
    [
      'a redirect to itself',
      (_, response) => response.writeHead(307, { location: '/other' }).end(),
      /redirects to http:\/\/127\.0\.0\.1:\d+\/other, where/,
    ],
    ['too much', (_, response) => response.end(`{"access_token":"${'a'.repeat(2 ** 21)}"}`), /more than 1 MiB/],
    [
      'a broken encoding',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}'),
      /encoding gzip is broken/,
    ],
    ['a hang-up', (request) => request.socket.destroy(), /could not be asked for a token: .* closed the connection/],
  ])('%s', async (_, answer, problem) => {
    await using at = await processAt(answer);
    const result = await at.use();
    expect(result).toEqual({ problem: expect.stringMatching(problem), at: 'token' });
    expect(result).toEqual({
      problem: expect.stringContaining(`the token endpoint ${at.server.url}/token`),
      at: 'token',
    });
    expect(JSON.stringify(result)).not.toMatch(/tenant|hunter2/);
    expect(at.asked).toHaveLength(1);
  });

  test('silence, until the run has no more time', async () => {
    await using at = await processAt(() => {});
    expect(await at.use({ deadline: Date.now() + 100 })).toMatchObject({
      at: 'token',
      problem: expect.stringMatching(/did not answer within/),
    });
  });

  test('an address that may not be called', async () => {
    const process = testProcess(memorySecrets({ 'prod/client': SECRET }));
    const credential = clientCredentials({
      clientId: 'm',
      tokenUrl: 'https://127.0.0.1:1/token',
      allowPrivateNetwork: false,
    });
    expect(await process.use(credential)).toMatchObject({
      at: 'token',
      problem: expect.stringMatching(/is a loopback address/),
    });
  });

  test('plain http, unless the network is the own one', async () => {
    const process = testProcess(memorySecrets({ 'prod/client': SECRET }));
    const credential = clientCredentials({
      clientId: 'm',
      tokenUrl: 'http://id.example/token',
      allowPrivateNetwork: false,
    });
    expect(await process.use(credential)).toMatchObject({
      at: 'token',
      problem: expect.stringMatching(/over http, where no secret is sent/),
    });
  });
});

describe("a refusal is the credential's, and says why", () => {
  test.each<[string, RequestListener, Record<string, unknown>]>([
    [
      'with status 400',
      (_, response) => json(response, 400, { error: 'invalid_client' }),
      { cause: 'credential-invalid' },
    ],
    [
      'with status 200',
      (_, response) =>
        json(response, 200, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }),
      { family: 'authentication' },
    ],
    ['in words alone', (_, response) => json(response, 401, { message: 'no' }), { family: expect.any(String) }],
  ])('%s', async (_, answer, diagnosis) => {
    await using at = await processAt(answer);
    const result = await at.use();
    expect(result).toMatchObject({ at: 'token', refusal: { url: `${at.server.url}/token`, diagnosis } });
  });

  test('without what was sent, however the server repeats it', async () => {
    await using at = await processAt((request, response) => {
      const said = `bad ${request.headers.authorization} for ${SECRET}, try eyToken123456789`;
      json(response, 401, { error: 'invalid_client', error_description: said, access_token: 'eyToken123456789' });
    });
    const result = await at.use();
    expect(result).toMatchObject({ refusal: { diagnosis: { cause: 'credential-invalid' } } });
    expect(JSON.stringify(result)).not.toMatch(/hunter2|bW9uaXRvcj|eyToken/);
  });

  test('without what was sent, also where no JSON is to be had', async () => {
    await using at = await processAt((_request, response) => {
      response.writeHead(200, { 'content-type': `text/${SECRET}` }).end('<html>');
    });
    const result = await at.use();
    expect(result).toMatchObject({ at: 'token', problem: expect.stringContaining('that is no JSON object') });
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });
});

describe('one token serves', () => {
  test('all who ask at once', async () => {
    await using at = await processAt(counting({ expires_in: 3600 }));
    const all = await Promise.all(Array.from({ length: 20 }, () => at.use()));
    expect(new Set(all.map((one) => usable(one).token))).toEqual(new Set(['token-1']));
    expect(at.asked).toHaveLength(1);
  });

  test.each<[string, unknown, number]>([
    ['an hour but a minute', 3600, 3540],
    ['an hour but a minute, as text', '3600', 3540],
    ['nine tenths of a short life', 60, 54],
    ['a part of a second less', 100.9, 90],
    ['five minutes where nothing is told', undefined, 300],
    ['five minutes where the life is none', 0, 300],
    ['five minutes where it is negative', -5, 300],
    ['five minutes where it is no number', 'soon', 300],
    ['five minutes where it is absurd', 1e18, 300],
    ['a day at most', 30 * 86_400, 86_400],
  ])('%s', async (_, expiresIn, seconds) => {
    await using at = await processAt(counting({ expires_in: expiresIn }));
    const start = at.clock.now;
    usable(await at.use());
    at.clock.now = start + seconds * 1_000 - 1;
    expect(usable(await at.use()).token).toBe('token-1');
    at.clock.now = start + seconds * 1_000;
    expect(usable(await at.use()).token).toBe('token-2');
  });

  test('until the API refuses it: then one more is asked for, for all', async () => {
    await using at = await processAt(counting({ expires_in: 3600 }));
    await at.use();
    at.clock.now += 1_000;
    const refusedAt = at.clock.now;
    const all = await Promise.all(Array.from({ length: 5 }, () => at.use({ refusedAt })));
    all.push(await at.use({ refusedAt }), await at.use({ refusedAt: refusedAt + 1_000 }));
    expect(new Set(all.map((one) => usable(one).token))).toEqual(new Set(['token-2']));
    at.clock.now += 120_000;
    expect(usable(await at.use({ refusedAt: at.clock.now })).token).toBe('token-3');
  });

  test('what is told of its end is told of the token', async () => {
    await using at = await processAt(counting({ expires_in: 3600, scope: 'b a' }));
    expect(usable(await at.use()).grant).toEqual({
      source: 'minted',
      expiresAt: {
        value: Math.floor(at.clock.now / 1_000 + 3600),
        evidence: { where: 'token response expires_in', what: '3600 s' },
      },
      issuedAt: { value: Math.floor(at.clock.now / 1_000), evidence: expect.anything() },
      scopes: { value: ['b', 'a'], evidence: { where: 'token response scope', what: 'b a' } },
    });
  });

  test.each([
    ['https://login.salesforce.com/id/00Dx0000000BV7z/005x00000012Q9P', true],
    ['a-random-id', false],
  ])('an id %s says whom it is for: %s', async (id, isIdentity) => {
    await using at = await processAt(counting({ id }));
    expect(usable(await at.use()).grant?.identity?.value).toBe(isIdentity ? id : undefined);
  });

  test('of scopes that the response does not name nothing is said', async () => {
    await using at = await processAt(counting());
    expect(usable(await at.use()).grant).not.toHaveProperty('scopes');
  });
});

describe('who failed is left alone', () => {
  test('for a moment', async () => {
    await using at = await processAt((_, response) => json(response, 500, {}));
    await Promise.all([at.use(), at.use(), at.use()]);
    await at.use({ refusedAt: at.clock.now });
    expect(at.asked).toHaveLength(1);
    at.clock.now += 15_000;
    await at.use();
    expect(at.asked).toHaveLength(2);
  });

  test('for as long as it asks', async () => {
    await using at = await processAt((_, response) => json(response, 429, {}, { 'retry-after': '120' }));
    expect(await at.use()).toEqual({
      at: 'token',
      problem: expect.stringContaining('is asked too often (status 429): it is asked again in 120 s'),
    });
    at.clock.now += 119_000;
    await at.use();
    expect(at.asked).toHaveLength(1);
    at.clock.now += 1_000;
    await at.use();
    expect(at.asked).toHaveLength(2);
  });

  test('also when it refused', async () => {
    await using at = await processAt((_, response) => json(response, 401, { error: 'invalid_client' }));
    await at.use();
    await at.use({ refusedAt: at.clock.now });
    expect(at.asked).toHaveLength(1);
  });
});
