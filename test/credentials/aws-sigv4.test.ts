import { describe, expect, test } from 'vitest';
import type { AwsSigv4Credential } from '../../lambda/config/types.ts';
import type { Authorisation, CredentialProblem } from '../../lambda/credentials/authorisation.ts';
import type { AwsKeySource } from '../../lambda/credentials/aws-keys.ts';
import { authoriseAwsSigv4 } from '../../lambda/credentials/aws-sigv4.ts';
import { request } from '../../lambda/request/request.ts';
import { aProbe } from '../request/a-probe.ts';
import { COMMON } from '../support/common-credential.ts';
import { startServer } from '../support/http-server.ts';
import { type ReceivedRequest, verifySigv4 } from '../support/sigv4-verifier.ts';

const credential: AwsSigv4Credential = {
  ...COMMON,
  kind: 'aws-sigv4',
  secret: 'prod/aws',
  service: 'execute-api',
  region: 'eu-central-1',
};
const { secret: _, ...ofRole } = credential;
const now = () => Date.UTC(2026, 10, 23, 12);
const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET_KEY };
const SESSION = {
  AccessKeyId: 'ASIAEXAMPLE',
  SecretAccessKey: SECRET_KEY,
  SessionToken: 'AQoXdzELDDY//session+token==',
};

async function made(secret: unknown): Promise<Authorisation> {
  const authorisation = await authoriseAwsSigv4(credential, JSON.stringify(secret), { now });
  if ('problem' in authorisation) throw new Error(authorisation.problem);
  return authorisation;
}

/** Answers 200 where the signature is right, and notes what it received. */
async function verifying(
  answer: (received: ReceivedRequest) => { status?: number; location?: string; body?: string } = () => ({}),
) {
  const received: ReceivedRequest[] = [];
  const server = await startServer(async (incoming, response) => {
    const body = (await incoming.toArray()).join('');
    const seen = { method: incoming.method ?? '', target: incoming.url ?? '', headers: incoming.headers, body };
    received.push(seen);
    const { status = verifySigv4(seen, SECRET_KEY).isRight ? 200 : 403, location, body: text = '' } = answer(seen);
    response.writeHead(status, location === undefined ? {} : { location }).end(text);
  });
  return { server, received };
}

describe('a server that verifies by itself lets in', () => {
  test.each([
    ['a plain call', {}],
    ['a body', { method: 'POST', body: '{"é":1}', headers: { 'content-type': 'application/json' } }],
    ['a body without a type', { method: 'PUT', body: 'x' }],
    ['a HEAD', { method: 'HEAD' }],
  ])('%s', async (_, changes) => {
    const { server, received } = await verifying();
    await using __ = server;
    const probe = aProbe(`${server.url}/a%20b/c?x=1&x=0&y=a+b&z`, changes);
    const observation = await request({ probe, authorisation: await made(KEYS) });
    expect(observation).toMatchObject({ response: { status: 200 }, request: { credentialSent: true } });
    expect(received[0]?.target).toBe('/a%20b/c?x=1&x=0&y=a+b&z');
  });

  test('a session, whose token is signed', async () => {
    const { server, received } = await verifying();
    await using __ = server;
    const observation = await request({
      probe: aProbe(server.url),
      authorisation: await made({ Credentials: SESSION }),
    });
    expect(observation.response?.status).toBe(200);
    expect(received[0]?.headers['x-amz-security-token']).toBe(SESSION.SessionToken);
    expect(verifySigv4(received[0] as ReceivedRequest, SECRET_KEY)).toMatchObject({
      accessKeyId: 'ASIAEXAMPLE',
      scope: '20261123/eu-central-1/execute-api',
      signedHeaders: ['host', 'x-amz-date', 'x-amz-security-token'],
    });
  });

  test('a redirect at home, signed anew', async () => {
    const { server, received } = await verifying(({ target }) =>
      target === '/start' ? { status: 302, location: '/end?a=1' } : {},
    );
    await using __ = server;
    const observation = await request({ probe: aProbe(`${server.url}/start`), authorisation: await made(KEYS) });
    expect(observation).toMatchObject({ response: { status: 200 }, redirects: [`${server.url}/end?a=1`] });
    expect(received[0]?.headers.authorization).not.toBe(received[1]?.headers.authorization);
  });

  test('a question that is signed for another service', async () => {
    const { server, received } = await verifying();
    await using __ = server;
    const signedFor = { service: 'sts', region: 'us-east-1' };
    await request({ probe: aProbe(server.url), authorisation: await made(KEYS), signedFor });
    expect(verifySigv4(received[0] as ReceivedRequest, SECRET_KEY)).toMatchObject({
      isRight: true,
      scope: '20261123/us-east-1/sts',
    });
  });
});

test('a redirect to another origin carries neither a signature nor a session', async () => {
  const other = await verifying(() => ({ status: 200 }));
  await using __ = other.server;
  const { server } = await verifying(() => ({ status: 302, location: `${other.server.url}/end` }));
  await using ___ = server;
  const observation = await request({ probe: aProbe(server.url), authorisation: await made(SESSION) });
  expect(observation.request.credentialSent).toBe(false);
  expect(Object.keys(other.received[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});

test('nothing that was sent of the keys or of the signature is shown, however the server repeats it', async () => {
  const { server, received } = await verifying(({ headers }) => {
    const bytes = [...Buffer.from(String(headers['x-amz-security-token']))].map((byte) => byte.toString(16)).join(' ');
    return {
      status: 403,
      body: `<Error>${JSON.stringify(headers)}<CanonicalRequestBytes>${bytes}</CanonicalRequestBytes></Error>`,
    };
  });
  await using __ = server;
  const observation = await request({ probe: aProbe(server.url), authorisation: await made(SESSION) });
  const shown = JSON.stringify(observation);
  const signature = /Signature=(\w+)/.exec(String(received[0]?.headers.authorization))?.[1] ?? 'no signature';
  const bytes = '41 51 6f 58 64 7a';
  expect(JSON.stringify(received)).toContain(SESSION.SessionToken);
  for (const form of [signature, SESSION.SessionToken, SESSION.AccessKeyId, bytes]) expect(shown).not.toContain(form);
  expect(observation.request.headers).toMatchObject({
    authorization: '<redacted>',
    'x-amz-security-token': '<redacted>',
    'x-amz-date': '20261123T120000Z',
  });
});

test('a server that puts the signature into a redirect elsewhere is not followed', async () => {
  const other = await verifying();
  await using __ = other.server;
  const { server } = await verifying(({ headers }) => ({
    status: 302,
    location: `${other.server.url}/?s=${/Signature=(\w+)/.exec(String(headers.authorization))?.[1]}`,
  }));
  await using ___ = server;
  const observation = await request({ probe: aProbe(server.url), authorisation: await made(KEYS) });
  expect(observation.response?.status).toBe(302);
  expect(other.received).toEqual([]);
});

describe('keys are read from', () => {
  test.each([
    ['our own spelling', KEYS],
    ['AWS’s spelling', { AccessKeyId: KEYS.accessKeyId, SecretAccessKey: SECRET_KEY }],
    [
      'what create-access-key prints around them',
      { AccessKey: { UserName: 'Bob', AccessKeyId: KEYS.accessKeyId, SecretAccessKey: SECRET_KEY } },
    ],
    ['pasted line breaks', { accessKeyId: `${KEYS.accessKeyId}\n`, secretAccessKey: ` ${SECRET_KEY}\r\n` }],
    ['an empty session token', { ...KEYS, sessionToken: '' }],
    ['no session token', { ...KEYS, sessionToken: null }],
  ])('%s', async (_, secret) => {
    const { secrets, sign } = await made(secret);
    expect(secrets).toEqual([SECRET_KEY, KEYS.accessKeyId]);
    const signed = await sign?.({ method: 'GET', url: new URL('https://api.example.com/'), headers: {} });
    expect(signed?.headers.authorization).toContain(`Credential=${KEYS.accessKeyId}/`);
  });
});

describe('a secret that has no keys is a problem that does not show it', () => {
  test.each([
    ['text', 'AKIDEXAMPLE:s3cr3t-value', 'is not a JSON object with "accessKeyId" and "secretAccessKey"'],
    ['broken JSON', '{"accessKeyId":"s3cr3t-value', 'is not a JSON object'],
    ['other fields', '{"key":"s3cr3t-value"}', 'has "key", and not both "accessKeyId" and "secretAccessKey"'],
    ['a number', '{"accessKeyId":1,"secretAccessKey":"s3cr3t-value"}', 'and not both'],
    [
      'the two in one',
      '{"accessKeyId":"AKID/s3cr3t-value","secretAccessKey":"x"}',
      '"accessKeyId" is not an access key id',
    ],
    ['a line break in it', '{"accessKeyId":"AKID","secretAccessKey":"s3cr3t\\r\\nvalue"}', 'and not both'],
    [
      'a session token that is none',
      '{"accessKeyId":"AKID","secretAccessKey":"x","sessionToken":"s3cr3t value"}',
      '"sessionToken"',
    ],
    [
      'a session without its token',
      '{"accessKeyId":"ASIAX","secretAccessKey":"s3cr3t-value"}',
      'has no "sessionToken" that belongs',
    ],
    ['fields that are no object', '{"Credentials":["s3cr3t-value"]}', 'has "Credentials"'],
  ])('%s', async (_, secret, problem) => {
    const result = await authoriseAwsSigv4(credential, secret, { now });
    expect(result).toEqual({ problem: expect.stringContaining(problem) });
    expect(JSON.stringify(result)).not.toContain('s3cr3t');
  });

  test('a role beside it', async () => {
    const both = { ...credential, roleArn: 'arn:aws:iam::123456789012:role/x' };
    expect(await authoriseAwsSigv4(both, JSON.stringify(KEYS), { now })).toEqual({
      problem: expect.stringContaining('either roleArn or a secret'),
    });
  });
});

describe('what the keys tell of their end', () => {
  test.each(['2026-11-23T18:00:00Z', '2026-11-23T19:00:00+01:00'])('stored ones claim it: %s', async (Expiration) => {
    const { grant } = await made({ Credentials: { ...SESSION, Expiration } });
    expect(grant).toEqual({
      source: 'claimed',
      ofSecret: true,
      expiresAt: {
        value: Date.UTC(2026, 10, 23, 18) / 1_000,
        evidence: { where: 'secret field Expiration', what: Expiration },
      },
    });
  });

  test.each([['next week'], ['2026-11-23'], ['1999-01-01T00:00:00Z'], [1795455600], [undefined]])(
    'what is no time is none: %s',
    async (Expiration) => {
      expect(await made({ ...SESSION, Expiration })).not.toHaveProperty('grant');
    },
  );

  test('long-lived ones have none, whatever is written beside them', async () => {
    expect(await made({ ...KEYS, Expiration: '2026-11-23T18:00:00Z' })).not.toHaveProperty('grant');
  });

  test('those of a session that the monitor began end with it, and the next begins by itself', async () => {
    const expiresAt = now() + 3_600_000;
    const awsKeys: AwsKeySource = async () => ({ ...KEYS, expiresAt, issuedAt: now() });
    expect(await authoriseAwsSigv4(ofRole, undefined, { now, awsKeys })).toMatchObject({
      grant: {
        source: 'minted',
        expiresAt: {
          value: expiresAt / 1_000,
          evidence: { where: 'session of the role', what: '2026-11-23T13:00:00.000Z' },
        },
        issuedAt: { value: now() / 1_000 },
      },
    });
  });
});

describe('keys of a role', () => {
  const asked: unknown[] = [];
  const source =
    (answer: Awaited<ReturnType<AwsKeySource>>): AwsKeySource =>
    async (...input) => {
      asked.push(input);
      return answer;
    };

  test.each([
    ['its own', ofRole, undefined],
    ['an assumed one', { ...ofRole, roleArn: 'arn:r' }, { roleArn: 'arn:r' }],
    [
      'an assumed one with an external id',
      { ...ofRole, roleArn: 'arn:r', externalId: 'e' },
      { roleArn: 'arn:r', externalId: 'e' },
    ],
  ])('%s', async (_, of, role) => {
    const result = await authoriseAwsSigv4(of, undefined, { now, awsKeys: source(KEYS) }, 17);
    expect(result).toMatchObject({ secrets: [SECRET_KEY, KEYS.accessKeyId] });
    expect(asked.at(-1)).toEqual([role, 17]);
  });

  test('which cannot be had is a problem', async () => {
    const problem: CredentialProblem = { problem: 'role arn:r may not be assumed', at: 'token' };
    expect(await authoriseAwsSigv4(ofRole, undefined, { now, awsKeys: source(problem) })).toEqual(problem);
    expect(await authoriseAwsSigv4(ofRole, undefined, { now })).toEqual({
      problem: 'there are no AWS keys here',
      at: 'token',
    });
  });
});
