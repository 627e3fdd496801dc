import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Authorisation } from '../../lambda/credentials/authorisation.ts';
import { authoriseMtls } from '../../lambda/credentials/mtls.ts';
import { request } from '../../lambda/request/request.ts';
import { startRawServer, startTlsServer, TEST_CA, tlsFile } from '../support/http-server.ts';
import { startMutualTlsServer } from '../support/mutual-tls-server.ts';
import { aProbe, authorisation as bearer } from './a-probe.ts';

const tls = { ca: TEST_CA };

function client(certificate: string, privateKey = 'client.key', passphrase?: string): Authorisation {
  const authorisation = authoriseMtls(
    JSON.stringify({ certificate: tlsFile(certificate), privateKey: tlsFile(privateKey), passphrase }),
  );
  if ('problem' in authorisation) throw new Error(authorisation.problem);
  return authorisation;
}

/** The common name of the certificate that the client presented. */
function nameOf({ socket }: IncomingMessage): string {
  return String((socket as TLSSocket).getPeerCertificate().subject?.CN ?? 'nobody');
}

const ASKING = { requestCert: true, rejectUnauthorized: false };

describe('a client certificate', () => {
  test.each([
    ['as it is', client('client.pem')],
    ['with an encrypted key', client('client.pem', 'client-encrypted.key', 'open sesame')],
    ['with its chain', client('client-soon.pem')],
  ])('%s is presented to the configured origin', async (_, authorisation) => {
    const options = { requestCert: true, rejectUnauthorized: true, ca: tlsFile('client-ca.pem') };
    await using server = await startTlsServer((incoming, answer) => answer.end(nameOf(incoming)), 'localhost', options);
    const observation = await request({ probe: aProbe(server.url), authorisation, tls });
    expect(observation).toMatchObject({ response: { body: 'billing-client' }, request: { credentialSent: true } });
  });

  test('is kept from another origin that a redirect leads to', async () => {
    const names: string[] = [];
    const answer = (incoming: IncomingMessage) => names.push(nameOf(incoming));
    await using other = await startTlsServer(
      (incoming, response) => response.end(String(answer(incoming))),
      'localhost',
      ASKING,
    );
    await using home = await startTlsServer(
      (incoming, response) => {
        answer(incoming);
        response.writeHead(302, { location: incoming.url === '/' ? '/next' : `${other.url}/end` }).end();
      },
      'localhost',
      ASKING,
    );
    const observation = await request({ probe: aProbe(home.url), authorisation: client('client.pem'), tls });
    expect(names).toEqual(['billing-client', 'billing-client', 'nobody']);
    expect(observation).toMatchObject({ response: { status: 200 }, request: { credentialSent: false } });
  });

  test('is not kept for the next request, which has none', async () => {
    await using server = await startTlsServer((incoming, answer) => answer.end(nameOf(incoming)), 'localhost', ASKING);
    const bodies: unknown[] = [];
    for (const authorisation of [client('client.pem'), bearer, client('client-expired.pem')]) {
      bodies.push((await request({ probe: aProbe(server.url), authorisation, tls })).response?.body);
    }
    expect(bodies).toEqual(['billing-client', 'nobody', 'billing-client']);
  });

  test('does not travel without TLS', async () => {
    await using server = await startRawServer((socket) => socket.end('HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n'));
    const observation = await request({ probe: aProbe(server.url), authorisation: client('client.pem') });
    expect(observation).toMatchObject({ response: { status: 401 }, request: { credentialSent: false } });
  });
});

describe.each(['TLSv1_2', 'TLSv1_3'] as const)('what a server with %s says of the certificate', (version) => {
  let server: Awaited<ReturnType<typeof startMutualTlsServer>>;
  beforeAll(async () => {
    server = await startMutualTlsServer(version);
    return () => server[Symbol.asyncDispose]();
  });

  test('is nothing when it is good', async () => {
    const observation = await request({ probe: aProbe(server.url), authorisation: client('client.pem'), tls });
    expect(observation.response?.body).toBe('billing-client');
  });

  test.each([
    [
      'expired',
      client('client-expired.pem'),
      'certificate_expired',
      'it says that it, or one that it rests on, has expired',
    ],
    [
      'of an unknown authority',
      client('client-stranger.pem'),
      'unknown_ca',
      'does not know the authority that issued it',
    ],
  ])('is told when it is %s', async (_, authorisation, alert, words) => {
    const observation = await request({ probe: aProbe(server.url), authorisation, tls });
    expect(observation.failure).toMatchObject({ kind: 'tls', alert, message: expect.stringContaining(words) });
    expect(observation.request.credentialSent).toBe(true);
  });

  test('is told when there is none', async () => {
    const { failure } = await request({ probe: aProbe(server.url), authorisation: bearer, tls });
    expect(failure).toMatchObject({
      kind: 'tls',
      message: expect.stringMatching(/wants? a client certificate|asks for a client certificate/),
    });
  });
});

test('a server that hangs up for another reason is asked for none: it gets the request once, and that is what is told', async () => {
  let requests = 0;
  await using server = await startTlsServer((incoming) => {
    requests += 1;
    incoming.socket.destroy();
  });
  const { failure } = await request({ probe: aProbe(server.url), authorisation: client('client.pem'), tls });
  expect(failure).toMatchObject({ kind: 'connection-reset', phase: 'first-byte' });
  expect(requests).toBe(1);
});

describe('an alert over the certificate is named', () => {
  // @see https://www.rfc-editor.org/rfc/rfc8446#section-6.2
  test.each([
    [42, 'bad_certificate', 'finds it broken, or cannot verify it'],
    [43, 'unsupported_certificate', 'does not take certificates of its type'],
    [44, 'certificate_revoked', 'says that it is revoked'],
    [45, 'certificate_expired', 'has expired'],
    [46, 'certificate_unknown', 'does not say why'],
    [48, 'unknown_ca', 'does not know the authority'],
    [116, 'certificate_required', 'asks for a client certificate'],
  ])('%i, %s', async (code, alert, words) => {
    await using server = await startRawServer((socket) => {
      socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, code])));
    });
    const url = server.url.replace('http:', 'https:');
    const { failure } = await request({ probe: aProbe(url), authorisation: client('client.pem'), tls });
    expect(failure).toMatchObject({ kind: 'tls', alert, message: expect.stringContaining(words) });
  });

  test.each([[40], [70], [80]])('%i is none over the certificate', async (code) => {
    await using server = await startRawServer((socket) => {
      socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, code])));
    });
    const url = server.url.replace('http:', 'https:');
    const { failure } = await request({ probe: aProbe(url), authorisation: client('client.pem'), tls });
    expect(failure).toMatchObject({ kind: 'tls' });
    expect(failure).not.toHaveProperty('alert');
  });
});
