import { describe, expect, test } from 'vitest';
import { checkCredential } from '../../lambda/asking/check-credential.ts';
import type { AwsSigv4Credential, CredentialConfig, MtlsCredential } from '../../lambda/config/types.ts';
import type { AwsKeySource } from '../../lambda/credentials/aws-keys.ts';
import { blames } from '../../lambda/incidents/blame.ts';
import { request } from '../../lambda/request/request.ts';
import { runParts } from '../../lambda/run-parts.ts';
import { runProbe } from '../../lambda/run-probe.ts';
import { aProbe } from '../request/a-probe.ts';
import { COMMON } from '../support/common-credential.ts';
import { startRawServer, startServer, startTlsServer, TEST_CA, tlsFile } from '../support/http-server.ts';
import { startMutualTlsServer } from '../support/mutual-tls-server.ts';
import { type ReceivedRequest, verifySigv4 } from '../support/sigv4-verifier.ts';

/** Runs a probe of the URL once, with this credential and this value of its secret. */
function run(url: string, credential: CredentialConfig, value: string, awsKeys?: AwsKeySource) {
  const now = Date.now;
  const trusting: typeof request = (input) => request({ ...input, tls: { ca: TEST_CA } });
  const reader = { read: async () => ({ value, version: '1' }) };
  const parts = runParts({ reader, now, log: () => {}, request: trusting, ...(awsKeys && { awsKeys }) });
  const probe = aProbe(url, { credential: 'own' });
  return runProbe({ probe, slot: 0, deadline: now() + 10_000 }, { ...parts, credentials: { own: credential } });
}

const mtls: MtlsCredential = { ...COMMON, kind: 'mtls', secret: 'prod/client' };
const certified = (file: string) => `${tlsFile(file)}${tlsFile('client.key')}`;

describe('a client certificate', () => {
  test('that is let in tells its end and whose it is', async () => {
    await using server = await startMutualTlsServer('TLSv1_3');
    expect(await run(server.url, mtls, certified('client.pem'))).toMatchObject({
      outcome: 'ok',
      grant: { expiresAt: Date.UTC(2126, 0) / 1_000, expirySource: 'claimed', identity: 'billing-client' },
    });
  });

  test.each(['TLSv1_2', 'TLSv1_3'] as const)('that has expired is blamed, by the alert of %s', async (version) => {
    await using server = await startMutualTlsServer(version);
    const result = await run(server.url, mtls, certified('client-expired.pem'));
    expect(result).toMatchObject({
      outcome: 'refused',
      diagnosis: {
        cause: 'credential-expired',
        confidence: 'certain',
        evidence: [
          { where: 'TLS alert', what: 'certificate_expired' },
          { where: 'certificate notAfter', what: '2020-01-01T00:00:00Z' },
        ],
        details: { expiredAt: Date.UTC(2020, 0) / 1_000 },
      },
      failures: [{ what: 'tls', message: expect.stringContaining('has expired') }],
      grant: { expiresAt: Date.UTC(2020, 0) / 1_000 },
    });
    expect(result).not.toHaveProperty('status');
    expect(blames(result)).toBe(true);
  });

  test('whose authority the server does not know is not blamed: the server may have lost it', async () => {
    await using server = await startMutualTlsServer('TLSv1_3');
    const result = await run(server.url, mtls, certified('client-stranger.pem'));
    expect(result).toMatchObject({ outcome: 'failed', failures: [{ what: 'tls' }] });
    expect(blames(result)).toBe(false);
  });

  /** Ends every TLS handshake with the alert `certificate_expired`. */
  const alerting = () =>
    startRawServer((socket) => {
      socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 45])));
    });

  test('is not blamed for the alert of a server that a redirect leads to and that never saw it', async () => {
    await using other = await alerting();
    const location = other.url.replace('http:', 'https:');
    await using server = await startTlsServer((_, response) => response.writeHead(302, { location }).end());
    const result = await run(server.url, mtls, certified('client.pem'));
    expect(result).toMatchObject({ outcome: 'failed', credentialSent: false, failures: [{ what: 'tls' }] });
  });

  test('is missed where a token is the credential: that is not the token’s fault', async () => {
    await using server = await alerting();
    const token: CredentialConfig = { ...COMMON, kind: 'bearer', scheme: 'Bearer', secret: 'prod/token' };
    const result = await run(server.url.replace('http:', 'https:'), token, 'tok3n');
    expect(result).toMatchObject({ outcome: 'failed', failures: [{ what: 'tls' }] });
  });

  test('that cannot be used is not presented', async () => {
    await using server = await startMutualTlsServer('TLSv1_3');
    const result = await run(server.url, mtls, tlsFile('client.pem'));
    expect(result).toMatchObject({
      outcome: 'failed',
      credentialUnreadable: expect.stringContaining('no private key'),
    });
  });
});

const keys = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: 'secret-of-it' });
const signing: AwsSigv4Credential = { ...COMMON, kind: 'aws-sigv4', service: 'execute-api', region: 'eu-central-1' };

/** Lets one access key in, and counts the calls. */
async function letting(accessKeyId: string) {
  const seen: string[] = [];
  const server = await startServer((incoming, response) => {
    const id = /Credential=(\w+)/.exec(incoming.headers.authorization ?? '')?.[1] ?? 'nobody';
    seen.push(id);
    response.writeHead(id === accessKeyId ? 200 : 403, { 'x-amzn-errortype': 'ExpiredTokenException' });
    response.end(id === accessKeyId ? '' : '{"message":"The security token included in the request is expired"}');
  });
  return { server, seen };
}

describe('keys that AWS refuses', () => {
  test('are assumed anew, once', async () => {
    const { server, seen } = await letting('NEW');
    await using _ = server;
    const source: AwsKeySource = async (_role, refusedAt) => keys(refusedAt === undefined ? 'OLD' : 'NEW');
    const result = await run(server.url, { ...signing, roleArn: 'arn:aws:iam::123456789012:role/x' }, '', source);
    expect([result.outcome, seen]).toEqual(['ok', ['OLD', 'NEW']]);
  });

  test('are not sent again where they are stored, and nobody stored others', async () => {
    const { server, seen } = await letting('NEW');
    await using _ = server;
    const result = await run(server.url, { ...signing, secret: 'prod/aws' }, JSON.stringify(keys('OLD')));
    expect(result).toMatchObject({ outcome: 'refused', diagnosis: { cause: 'credential-expired' } });
    expect(seen).toEqual(['OLD']);
  });
});

describe('AWS, asked whose keys they are', () => {
  const SECRET = 'secret-of-it';
  const answer = `<GetCallerIdentityResponse><GetCallerIdentityResult>
    <Arn>arn:aws:iam::123456789012:user/Alice</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`;

  test('gets a question that is signed for it, whatever the keys are used for', async () => {
    const received: ReceivedRequest[] = [];
    await using sts = await startServer(async (incoming, response) => {
      const body = (await incoming.toArray()).join('');
      received.push({ method: incoming.method ?? '', target: incoming.url ?? '', headers: incoming.headers, body });
      response.end(answer);
    });
    const now = Date.now;
    const value = JSON.stringify({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET });
    const parts = runParts({ reader: { read: async () => ({ value, version: '1' }) }, now, log: () => {} });
    const credential = { ...signing, secret: 'prod/aws', apiUrl: sts.url, allowPrivateNetwork: true };
    const result = await checkCredential(
      { name: 'own', credential, urls: ['https://api.example.com/orders'], slot: 0, deadline: now() + 10_000 },
      { ...parts, credentials: { own: credential } },
    );
    expect(result).toMatchObject({
      outcome: 'ok',
      grant: { life: 'alive', identity: 'arn:aws:iam::123456789012:user/Alice' },
    });
    expect(received).toMatchObject([
      { method: 'POST', target: '/', body: 'Action=GetCallerIdentity&Version=2011-06-15' },
    ]);
    expect(received.map((one) => verifySigv4(one, SECRET))).toMatchObject([
      { isRight: true, scope: expect.stringMatching(/^\d{8}\/us-east-1\/sts$/) },
    ]);
    expect(JSON.stringify(result)).not.toMatch(/AKIDEXAMPLE|secret-of-it|Signature/);
  });

  test('is not asked about keys for the S3 of somebody else', async () => {
    const now = Date.now;
    const value = JSON.stringify({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET });
    const reader = { read: async () => ({ value, version: '1' }) };
    const parts = runParts({ reader, now, log: () => {}, request: () => Promise.reject(new Error('asked')) });
    const credential = { ...signing, service: 's3', secret: 'prod/minio' };
    const result = await checkCredential(
      {
        name: 'own',
        credential,
        urls: ['https://minio.example.com/bucket'],
        slot: 0,
        deadline: now() + 10_000,
      },
      { ...parts, credentials: { own: credential } },
    );
    expect(result).toMatchObject({ asking: { calls: 0 } });
  });
});
