import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Authorisation } from '../../lambda/credentials/authorisation.ts';
import { authoriseMtls } from '../../lambda/credentials/mtls.ts';
import { tlsFile } from '../support/http-server.ts';

const certificate = tlsFile('client.pem');
const privateKey = tlsFile('client.key');
const encrypted = tlsFile('client-encrypted.key');
const chain = tlsFile('client-soon.pem');
const json = (fields: Record<string, unknown>) => JSON.stringify(fields);

function made(secret: string): Authorisation {
  const authorisation = authoriseMtls(secret);
  if ('problem' in authorisation) throw new Error(authorisation.problem);
  return authorisation;
}

describe('a certificate and its key are read from', () => {
  test.each([
    ['our own names', json({ certificate, privateKey })],
    ['short names', json({ cert: certificate, key: privateKey })],
    ['a Kubernetes secret', json({ 'tls.crt': certificate, 'tls.key': privateKey, type: 'kubernetes.io/tls' })],
    [
      'what Certificate Manager exports',
      json({ Certificate: certificate, CertificateChain: '', PrivateKey: privateKey }),
    ],
    ['one text with both', `${certificate}${privateKey}`],
    [
      'one text with the key first and remarks',
      `Bag Attributes\n  friendlyName: x\n${privateKey}\n# the certificate\n${certificate}\n`,
    ],
    [
      'line breaks that were escaped twice',
      json({ certificate: certificate.replaceAll('\n', '\\n'), privateKey: privateKey.replaceAll('\n', '\\n') }),
    ],
    ['line breaks of Windows', `${privateKey}${certificate}`.replaceAll('\n', '\r\n')],
  ])('%s', (_, secret) => {
    const { clientCertificate, headers, query } = made(secret);
    expect(new X509Certificate(clientCertificate?.certificate ?? '').subject).toBe('CN=billing-client');
    expect(clientCertificate?.privateKey.trim().replaceAll('\r', '')).toBe(privateKey.trim());
    expect([headers, query]).toEqual([{}, {}]);
  });

  test('an encrypted key with its passphrase, which is a secret too', () => {
    const { clientCertificate, secrets } = made(
      json({ certificate, privateKey: encrypted, passphrase: 'open sesame' }),
    );
    expect(clientCertificate?.passphrase).toBe('open sesame');
    expect(secrets).toEqual([encrypted.trim(), 'open sesame']);
  });

  test('a chain in any order: the leaf goes first', () => {
    const [leaf = '', between = ''] = chain.split(/(?<=END CERTIFICATE-----\n)/);
    const { clientCertificate } = made(json({ certificate: `${between}${leaf}`, privateKey }));
    expect(clientCertificate?.certificate).toBe(`${leaf}${between}`);
  });
});

describe('a secret that cannot be used is a problem that does not show it', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const weak = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const broken = certificate.replace(/\n[^-]{20}/, '\nAAAAAAAAAAAAAAAAAAAA');

  test.each([
    ['nothing', '', 'there is no private key in PEM'],
    ['text', 's3cr3t-value', 'there is no private key in PEM'],
    ['a key alone', privateKey, 'there is no certificate in PEM'],
    ['a certificate alone', certificate, 'there is no private key in PEM'],
    ['other fields', json({ pem: privateKey }), 'has "pem", and not both "certificate" and "privateKey"'],
    ['a field that is no text', json({ certificate: [certificate], privateKey }), 'and not both'],
    ['a field without PEM', json({ certificate: 's3cr3t-value', privateKey }), 'there is no certificate in PEM'],
    ['a public key in its place', json({ certificate, privateKey: certificate }), 'there is no private key in PEM'],
    ['a certificate that is broken', json({ certificate: broken, privateKey }), 'a certificate in it cannot be read'],
    [
      'a key that is broken',
      json({ certificate, privateKey: privateKey.replace(/\n.{8}/, '\nAAAAAAAA') }),
      'the private key cannot be read',
    ],
    ['a key of another certificate', json({ certificate, privateKey: other }), 'does not belong to the certificate'],
    [
      'a weak key of another certificate',
      json({ certificate, privateKey: weak }),
      'does not belong to the certificate',
    ],
    ['an encrypted key alone', json({ certificate, privateKey: encrypted }), 'is encrypted: store its passphrase'],
    [
      'a wrong passphrase',
      json({ certificate, privateKey: encrypted, passphrase: 's3cr3t-value' }),
      'the passphrase does not open',
    ],
    [
      'a key that is too short',
      `${tlsFile('client-weak.pem')}${tlsFile('client-weak.key')}`,
      'its key is too short to be safe',
    ],
    ['a bundle of authorities', certificate.repeat(21) + privateKey, 'there are 21 certificates in it'],
  ])('%s', (_, secret, problem) => {
    const result = authoriseMtls(secret);
    expect(result).toEqual({ problem: expect.stringContaining(problem) });
    const shown = JSON.stringify(result);
    for (const line of privateKey.split('\n').slice(1, -2)) expect(shown).not.toContain(line);
    expect(shown).not.toContain('s3cr3t');
  });
});

describe('what the certificate tells', () => {
  test('its end, its beginning and whose it is', () => {
    expect(made(`${certificate}${privateKey}`).grant).toEqual({
      source: 'claimed',
      ofSecret: true,
      expiresAt: {
        value: Date.UTC(2126, 0) / 1_000,
        evidence: { where: 'certificate notAfter', what: '2126-01-01T00:00:00Z' },
      },
      issuedAt: {
        value: Date.UTC(2024, 0) / 1_000,
        evidence: { where: 'certificate notBefore', what: '2024-01-01T00:00:00Z' },
      },
      identity: { value: 'billing-client', evidence: { where: 'certificate subject', what: 'billing-client' } },
    });
  });

  test('an end that has passed', () => {
    expect(made(`${tlsFile('client-expired.pem')}${privateKey}`).grant).toMatchObject({
      expiresAt: { value: Date.UTC(2020, 0) / 1_000 },
    });
  });

  test('the end of an authority between it and its root, where that comes first', () => {
    expect(made(`${chain}${privateKey}`).grant).toMatchObject({
      expiresAt: {
        value: Date.UTC(2100, 0) / 1_000,
        evidence: { where: 'certificate notAfter of its issuer Scopewatch authority between' },
      },
    });
  });

  test.each([
    ['its root', 'client-ca-old.pem'],
    ['a certificate that nothing rests on', 'expired.pem'],
  ])('%s in the chain does not count', (_, file) => {
    expect(made(`${certificate}${tlsFile(file)}${privateKey}`).grant).toMatchObject({
      expiresAt: { value: Date.UTC(2126, 0) / 1_000 },
    });
  });
});
