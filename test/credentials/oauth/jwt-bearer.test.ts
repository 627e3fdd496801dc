import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import type { JwtBearerCredential } from '../../../lambda/config/types.ts';
import { request } from '../../../lambda/request/request.ts';
import { startServer } from '../../support/http-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { jwtBearer, testProcess, usable } from '../../support/minting.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = String(rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }));
const LOCKED = String(
  rsa.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'open sesame' }),
);

/** A token endpoint that verifies assertions by its own clock, so far ahead of ours. */
async function serverAhead(seconds: number) {
  const forms: URLSearchParams[] = [];
  const server = await startServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', async () => {
      const form = new URLSearchParams(body);
      forms.push(form);
      const currentDate = new Date(Date.now() + seconds * 1_000);
      const verified = await jwtVerify(
        form.get('assertion') ?? '',
        createPublicKey(rsa.publicKey.export({ format: 'pem', type: 'spki' })),
        {
          currentDate,
          maxTokenAge: 60,
        },
      ).catch((error: Error) => error);
      const headers = { 'content-type': 'application/json', date: currentDate.toUTCString() };
      if (verified instanceof Error)
        response
          .writeHead(400, headers)
          .end(JSON.stringify({ error: 'invalid_grant', error_description: 'Invalid JWT: check iat and exp' }));
      else
        response
          .writeHead(200, headers)
          .end(JSON.stringify({ access_token: 'the-token', expires_in: 3599, token_type: 'Bearer' }));
    });
  });
  return { url: `${server.url}/token`, forms, [Symbol.asyncDispose]: () => server.close() };
}

const use = (secret: string, more: Partial<JwtBearerCredential>) =>
  testProcess(memorySecrets({ 'prod/client': secret })).use(jwtBearer(more));

const serviceAccount = (more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    type: 'service_account',
    project_id: 'p',
    private_key_id: 'key-1',
    private_key: PEM,
    client_email: 'ci@p.iam.gserviceaccount.com',
    client_id: '113',
    token_uri: 'https://oauth2.googleapis.com/token',
    ...more,
  });

const box = JSON.stringify({
  boxAppSettings: {
    clientID: 'box-client',
    clientSecret: 'box-client-secret-0123',
    appAuth: { publicKeyID: 'box-key', privateKey: LOCKED, passphrase: 'open sesame' },
  },
  enterpriseID: '1234567',
});

describe('an assertion is what the server expects of', () => {
  test('a service account of Google', async () => {
    await using at = await serverAhead(0);
    const { headers } = usable(
      await use(serviceAccount(), { tokenUrl: at.url, scopes: ['a', 'b'], subject: 'user@example.com' }),
    );
    expect(headers.authorization).toBe('Bearer the-token');
    const [form = new URLSearchParams()] = at.forms;
    expect([...form.keys()].toSorted()).toEqual(['assertion', 'grant_type']);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(decoded(form)).toMatchObject({
      header: { alg: 'RS256', kid: 'key-1' },
      claims: { iss: 'ci@p.iam.gserviceaccount.com', sub: 'user@example.com', aud: at.url, scope: 'a b' },
    });
  });

  test('a user of Salesforce', async () => {
    await using at = await serverAhead(0);
    const audience = 'https://login.salesforce.com';
    usable(await use(PEM, { tokenUrl: at.url, clientId: '3MVG9', subject: 'ci@example.com', audience }));
    const [form = new URLSearchParams()] = at.forms;
    expect([...form.keys()].toSorted()).toEqual(['assertion', 'grant_type']);
    expect(decoded(form).claims).toMatchObject({ iss: '3MVG9', sub: 'ci@example.com', aud: audience });
  });

  test('an app of Box, whose key is encrypted', async () => {
    await using at = await serverAhead(0);
    const { secrets } = usable(await use(box, { tokenUrl: at.url, audience: 'https://api.box.com/oauth2/token' }));
    const [form = new URLSearchParams()] = at.forms;
    expect(Object.fromEntries(form)).toMatchObject({
      client_id: 'box-client',
      client_secret: 'box-client-secret-0123',
    });
    const { header, claims } = decoded(form);
    expect(header).toMatchObject({ kid: 'box-key' });
    expect(claims).toMatchObject({
      iss: 'box-client',
      sub: '1234567',
      box_sub_type: 'enterprise',
      jti: expect.stringMatching(/^.{16,128}$/),
    });
    expect(Number(claims.exp) - Date.now() / 1_000).toBeLessThanOrEqual(60);
    expect(secrets).toEqual(
      expect.arrayContaining(['the-token', 'box-client-secret-0123', 'open sesame', form.get('assertion')]),
    );
  });

  test('a user of Box, by the configuration', async () => {
    await using at = await serverAhead(0);
    usable(await use(box, { tokenUrl: at.url, subject: '99', claims: { box_sub_type: 'user' } }));
    expect(decoded(at.forms[0]).claims).toMatchObject({ sub: '99', box_sub_type: 'user' });
  });
});

describe('a clock that is off', () => {
  test.each([120, -120])("by %d s costs one more request, signed with the server's time", async (seconds) => {
    await using at = await serverAhead(seconds);
    usable(await use(PEM, { tokenUrl: at.url, clientId: 'ci' }));
    expect(at.forms).toHaveLength(2);
  });

  test('by a little costs nothing', async () => {
    for (const seconds of [25, -9]) {
      await using at = await serverAhead(seconds);
      usable(await use(PEM, { tokenUrl: at.url, clientId: 'ci' }));
      expect(at.forms).toHaveLength(1);
    }
  });

  test('is said when the server refuses all the same', async () => {
    await using server = await startServer((_, response) =>
      response
        .writeHead(400, { date: new Date(Date.now() + 3_600_000).toUTCString() })
        .end('{"error":"invalid_grant"}'),
    );
    const result = await use(PEM, { tokenUrl: `${server.url}/token`, clientId: 'ci' });
    expect(result).toMatchObject({
      refusal: {
        diagnosis: {
          evidence: expect.arrayContaining([
            { where: 'clock', what: expect.stringMatching(/^the server's is 3(?:600|599) s ahead of ours$/) },
          ]),
        },
      },
    });
  });
});

describe('a service account is sent to nobody but Google, or where the configuration says', () => {
  test.each([
    'http://oauth2.googleapis.com/token',
    'https://evil.example/token',
    'https://googleapis.com.evil.example/',
    'https://evilgoogleapis.com/',
    'https://oauth2.googleapis.com:8443/token',
    'https://user@evil.example/?googleapis.com',
    'nonsense',
  ])('%s', async (token_uri) => {
    const asked: string[] = [];
    const store = memorySecrets({ 'prod/client': serviceAccount({ token_uri }) });
    const process = testProcess(store, {
      request: (input) => {
        asked.push(input.probe.url);
        return request(input);
      },
    });
    const problem = expect.stringContaining('nothing is sent there');
    expect(await process.use(jwtBearer({ issuer: 'https://accounts.google.com' }))).toEqual({ problem });
    expect(await process.use(jwtBearer({ tokenUrl: 'https://oauth2.googleapis.com/token' }))).toEqual({ problem });
    expect(asked).toEqual([]);
  });
});

test.each<[string, string, Partial<JwtBearerCredential>, RegExp]>([
  ['text', 'hunter2', { clientId: 'ci' }, /holds no private key/],
  ['JSON without a key', '{"client_id":"a","client_secret":"hunter2"}', {}, /without "private_key"/],
  ['a key of nobody', PEM, {}, /configure assertionIssuer or clientId/],
  ['an account without its name', serviceAccount({ client_email: undefined }), {}, /no "client_email"/],
  ['an app without its key', '{"boxAppSettings":{"clientSecret":"hunter2"}}', {}, /no "appAuth"/],
  ['an app with another passphrase', box.replace('open sesame', 'hunter2'), {}, /its passphrase does not open it/],
])('a secret with %s is named', async (_, secret, more, problem) => {
  const result = await use(secret, { tokenUrl: 'https://oauth2.googleapis.com/token', ...more });
  expect(result).toEqual({ problem: expect.stringMatching(problem) });
  expect(JSON.stringify(result)).not.toMatch(/hunter2|MII/);
});

function decoded(form: URLSearchParams | undefined) {
  const jwt = form?.get('assertion') ?? '';
  const claims: Record<string, unknown> = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
  return { header: decodeProtectedHeader(jwt), claims };
}
