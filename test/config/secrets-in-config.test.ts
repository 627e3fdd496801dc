import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { thrownBy, withCredential, withProbe } from './build.ts';

const PLANTED = 'Tr0ub4dor&3';

const withClient = (fields: object) =>
  withCredential({ kind: 'oauth2-client-credentials', secret: 's', tokenUrl: 'https://a.example/', ...fields });

test.each([
  ['a secret', withCredential({ kind: 'bearer', secret: `${PLANTED} ` })],
  ['a whole credential', withCredential(PLANTED)],
  ['a list of secrets', withCredential({ kind: 'bearer', secret: [PLANTED] })],
  ['all credentials', { ...withProbe({}), credentials: PLANTED }],
  ['an unknown field of a credential', withCredential({ kind: 'bearer', secret: 's', token: PLANTED })],
  ['a user name', withCredential({ kind: 'basic', secret: 's', username: `${PLANTED}:` })],
  ['a scope', withCredential({ kind: 'bearer', secret: 's', scopes: [`${PLANTED} `] })],
  ['a client id', withClient({ clientId: `${PLANTED}\n` })],
  ['a client id that is a list', withClient({ clientId: [PLANTED] })],
  ['a client secret', withClient({ clientSecret: PLANTED })],
  ['a parameter', withClient({ parameters: { client_secret: PLANTED } })],
  ['a parameter that is no text', withClient({ parameters: { code: [PLANTED] } })],
  ['the name of a parameter', withClient({ parameters: { [PLANTED]: 1 } })],
  ['all parameters', withClient({ parameters: PLANTED })],
  ['an audience', withClient({ audience: `${PLANTED}\n` })],
  ['a resource', withClient({ resource: PLANTED })],
  ['how a client says who it is', withClient({ clientAuth: PLANTED })],
  ['the query of a token endpoint', withClient({ tokenUrl: `https://a.example/?client_secret=${PLANTED}#x` })],
  ['the password of a token endpoint', withClient({ tokenUrl: `https://me:${PLANTED}@a.example/` })],
  ['what is no token endpoint', withClient({ tokenUrl: PLANTED })],
  ['what is no issuer', withClient({ issuer: PLANTED })],
  ['what is no API', withClient({ apiUrl: PLANTED })],
  ['what is no introspection endpoint', withClient({ introspection: { url: PLANTED } })],
  ['an unknown key of an introspection', withClient({ introspection: { [PLANTED]: 1 } })],
  ['who asks', withClient({ introspection: { credential: PLANTED } })],
  ['how often', withClient({ every: PLANTED })],
  ['when it ends', withClient({ expiresAt: PLANTED })],
  ['an id of an app', withCredential({ kind: 'github-app', secret: 's', appId: PLANTED, installationId: PLANTED })],
  ['a region', withCredential({ kind: 'aws-sigv4', region: PLANTED, service: PLANTED, externalId: PLANTED })],
  ['a role', withCredential({ kind: 'aws-sigv4', region: 'r', service: 's', roleArn: PLANTED })],
  ['a claim', withCredential({ kind: 'jwt-bearer', secret: 's', provider: 'google', claims: { sub: PLANTED } })],
  ['a rotation', withCredential({ kind: 'oauth2-refresh-token', secret: 's', rotates: PLANTED })],
  ['a header', withProbe({ headers: { x: `${PLANTED}\n` } })],
  ['all headers', withProbe({ headers: PLANTED })],
  ['a query parameter', withProbe({ query: { q: [PLANTED] } })],
  ['the whole query', withProbe({ query: PLANTED })],
  ['the query of a URL', withProbe({ url: `https://a.example/?q=${PLANTED}#x` })],
  ['the query of what is no URL', withProbe({ url: `a.example?q=${PLANTED}` })],
  ['the password of a URL', withProbe({ url: `https://me:${PLANTED}@a.example/` })],
  ['the password of what is no URL', withProbe({ url: `htps//me:${PLANTED}@a.example/` })],
  ['a body', withProbe({ body: PLANTED })],
  ['a JSON body', withProbe({ json: { password: PLANTED } })],
  ['an expected body', withProbe({ expect: { body: `(${PLANTED}` } })],
  ['an expected header', withProbe({ expect: { headers: { x: `(${PLANTED}` } } })],
  ['an expected JSON value', withProbe({ expect: { json: { path: '$', equals: PLANTED, exists: true } } })],
])('%s is never repeated', (_, config) => {
  const { message } = thrownBy(() => parseConfig(config));
  expect(message).not.toContain('Tr0ub4dor');
});

test.each(['probes[0].name', 'monitor', 'probes[0].credential', 'probes[0].every'])(
  'a token in %s is not repeated',
  (where) => {
    const token = '0123456789abcdef0123456789abcdef01234567';
    const config =
      where === 'monitor' ? { ...withProbe({}), monitor: `${token}!` } : withProbe({ [where.slice(10)]: `${token}!` });
    const { message } = thrownBy(() => parseConfig(config));
    expect(message).toContain(where);
    expect(message).not.toContain(token);
  },
);

test('a token that stands as a key is not repeated', () => {
  const { message } = thrownBy(() => parseConfig(withCredential({ kind: 'bearer', secret: 's', ghp_16C7e42F: 1 })));
  expect(message).toBe('credentials.github-ci["<hidden>"] is not a known key');
});

test.each([
  ['the kind', withCredential({ kind: PLANTED, secret: 's' })],
  ['the place of a key', withCredential({ kind: 'api-key', in: PLANTED, name: 'k', secret: 's' })],
  ['the name of a key', withCredential({ kind: 'api-key', in: 'header', name: `${PLANTED} `, secret: 's' })],
  ['the provider', withCredential({ kind: 'bearer', provider: PLANTED, secret: 's' })],
  ['a key that nobody knows', withCredential({ kind: 'bearer', secret: 's', [PLANTED]: 1 })],
  ['a key that nobody knows, of a value that is no data', withCredential({ kind: 'bearer', [PLANTED]: Number.NaN })],
  ['a key below a field', withCredential({ kind: 'bearer', secret: { [PLANTED]: () => 1 } })],
  ['the name of a credential that there is none of', withProbe({ credential: PLANTED })],
])('a value that stands where %s belongs is never repeated', (_, config) => {
  expect(thrownBy(() => parseConfig(config)).message).not.toContain('Tr0ub4dor');
});
