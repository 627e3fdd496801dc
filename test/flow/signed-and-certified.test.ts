import { describe, expect, test } from 'vitest';
import type { AwsSigv4Credential, CredentialConfig, MtlsCredential } from '../../lambda/config/types.ts';
import { authoriser } from '../../lambda/credentials/authoriser.ts';
import type { AwsKeySource } from '../../lambda/credentials/aws-keys.ts';
import { secretCache } from '../../lambda/credentials/secret-cache.ts';
import { blames } from '../../lambda/incidents/blame.ts';
import { request } from '../../lambda/request/request.ts';
import { runProbe } from '../../lambda/run-probe.ts';
import { aProbe } from '../request/a-probe.ts';
import { COMMON } from '../support/common-credential.ts';
import { startServer, TEST_CA, tlsFile } from '../support/http-server.ts';
import { startMutualTlsServer } from '../support/mutual-tls-server.ts';

/** Runs a probe of the URL once, with this credential and this value of its secret. */
function run(url: string, credential: CredentialConfig, value: string, awsKeys?: AwsKeySource) {
  const now = Date.now;
  const secrets = secretCache({ read: async () => ({ value, version: '1' }) }, now);
  const trusting: typeof request = (input) => request({ ...input, tls: { ca: TEST_CA } });
  const probe = aProbe(url, { credential: 'own' });
  return runProbe(
    { probe, slot: 0, deadline: now() + 10_000 },
    {
      credentials: { own: credential },
      secrets,
      authorise: authoriser({ now, secrets, request, log: () => {}, ...(awsKeys && { awsKeys }) }),
      request: trusting,
      now,
    },
  );
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
