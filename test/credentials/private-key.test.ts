import { createHash, createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPrivateKey } from '../../lambda/credentials/keys/private-key.ts';

const tls = (file: string) => readFileSync(new URL(`../support/tls/${file}`, import.meta.url), 'utf8');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

test('a certificate beside the key gives its thumbprints, as the Azure CLI stores both', () => {
  const der = new X509Certificate(tls('localhost.pem')).raw;
  expect(readPrivateKey(`${tls('localhost.key')}${tls('localhost.pem')}`)).toMatchObject({
    thumbprints: {
      x5t: createHash('sha1').update(der).digest('base64url'),
      'x5t#S256': createHash('sha256').update(der).digest('base64url'),
    },
  });
});

test.each([
  ['aes-256-cbc', 'pkcs8'],
  ['aes-256-cbc', 'pkcs1'],
] as const)('a key that is encrypted with %s in %s opens with its passphrase', (cipher, type) => {
  const pem = String(privateKey.export({ format: 'pem', type, cipher, passphrase: 'open sesame' }));
  const key = readPrivateKey(pem, { passphrase: 'open sesame', kid: 'one' });
  expect(key).toMatchObject({ alg: 'RS256', kid: 'one' });
  if ('problem' in key) throw new Error(key.problem);
  expect(key.key.equals(createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })))).toBe(true);
});

test('every form of a key in which it may come back is to be redacted', () => {
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const key = readPrivateKey(pem.replaceAll('\n', '\\n'));
  if ('problem' in key) throw new Error(key.problem);
  const body = pem.replace(/-----[^-]+-----/g, '').replaceAll('\n', '');
  expect(key.secrets).toEqual(expect.arrayContaining([pem, body]));
});
