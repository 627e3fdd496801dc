import { describe, expect, expectTypeOf, test } from 'vitest';
import type { ValidCredential } from '../../lambda/config/credential-schema.ts';
import type { CredentialInput } from '../../lambda/config/credentials/input.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { CREDENTIAL_KINDS, type CredentialConfig } from '../../lambda/config/types.ts';
import { COMMON } from '../support/common-credential.ts';
import { withCredential } from './build.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:s-GhIjKl';
const TOKEN_URL = 'https://login.example.com/oauth2/token';

/** The parsed form of what a person may write; the compiler checks that a person may. */
function parsed(credential: CredentialInput, rest: object = {}): CredentialConfig | undefined {
  return parseConfig({ ...withCredential(credential), ...rest }).credentials['github-ci'];
}

type OfKind<Union, Kind> = Extract<Union, { kind: Kind }>;

test('of every kind an editor offers what the schema knows', () => {
  expectTypeOf<CredentialInput['kind']>().toEqualTypeOf<CredentialConfig['kind']>();
  type KeysOf<Union, Kind = CredentialConfig['kind']> = Kind extends string
    ? `${Kind}.${keyof OfKind<Union, Kind> & string}`
    : never;
  expectTypeOf<KeysOf<CredentialInput>>().toEqualTypeOf<KeysOf<ValidCredential>>();
});

const smallest: { readonly [Kind in CredentialInput['kind']]: readonly [OfKind<CredentialInput, Kind>, object] } = {
  bearer: [
    { kind: 'bearer', secret: 's' },
    { kind: 'bearer', secret: 's', scheme: 'Bearer' },
  ],
  basic: [
    { kind: 'basic', secret: 's' },
    { kind: 'basic', secret: 's' },
  ],
  'api-key': [
    { kind: 'api-key', secret: 's', in: 'header', name: 'x-key' },
    { kind: 'api-key', secret: 's', in: 'header', name: 'x-key' },
  ],
  'oauth2-client-credentials': [
    { kind: 'oauth2-client-credentials', secret: 's', tokenUrl: TOKEN_URL },
    {
      kind: 'oauth2-client-credentials',
      secret: 's',
      tokenUrl: TOKEN_URL,
      parameters: {},
      scheme: 'Bearer',
      resource: [],
    },
  ],
  'oauth2-refresh-token': [
    { kind: 'oauth2-refresh-token', secret: 's', tokenUrl: TOKEN_URL, rotates: false },
    {
      kind: 'oauth2-refresh-token',
      secret: 's',
      tokenUrl: TOKEN_URL,
      parameters: {},
      scheme: 'Bearer',
      rotates: false,
    },
  ],
  'jwt-bearer': [
    { kind: 'jwt-bearer', secret: 's', tokenUrl: TOKEN_URL },
    { kind: 'jwt-bearer', secret: 's', tokenUrl: TOKEN_URL, parameters: {}, scheme: 'Bearer', claims: {} },
  ],
  'github-app': [
    { kind: 'github-app', secret: 's', appId: 12345, installationId: 678 },
    { kind: 'github-app', secret: 's', provider: 'github', appId: '12345', installationId: '678' },
  ],
  'aws-sigv4': [
    { kind: 'aws-sigv4', region: 'eu-central-1', service: 'execute-api' },
    { kind: 'aws-sigv4', provider: 'aws', region: 'eu-central-1', service: 'execute-api' },
  ],
  mtls: [
    { kind: 'mtls', secret: 's' },
    { kind: 'mtls', secret: 's' },
  ],
};

test.each(CREDENTIAL_KINDS)('of kind %s every default is filled in', (kind) => {
  const [input, expected] = smallest[kind];
  expect(parsed(input)).toStrictEqual({ ...expected, ...COMMON });
});

test.each(CREDENTIAL_KINDS)('what every kind has is kept by kind %s', (kind) => {
  const [input, expected] = smallest[kind];
  const common = {
    provider: 'bank',
    scopes: ['accounts'],
    // The slash at its end is part of an issuer identifier, and none of a base that paths are put behind.
    issuer: 'https://login.bank.example/',
    introspection: { url: 'https://login.bank.example/introspect?v=1', credential: 'asking' },
    allowPrivateNetwork: true,
  };
  const written = {
    ...input,
    ...common,
    every: '1h',
    expiresAt: '2027-01-31',
    apiUrl: 'https://api.bank.example/v1/',
  };
  const asking = { kind: 'basic', secret: 'asking' };
  const config = { ...withCredential(written), credentials: { it: written, asking } };
  expect(parseConfig(config).credentials.it).toStrictEqual({
    ...expected,
    ...common,
    everyMs: 3_600_000,
    expiresAt: 1_801_353_600,
    apiUrl: 'https://api.bank.example/v1',
  });
});

test.each<CredentialInput>([
  {
    kind: 'oauth2-client-credentials',
    secret: 'prod/graph',
    tokenUrl: 'https://login.example.com/token?tenant=1',
    clientId: '1b2c3d4e-0000-1111-2222-333344445555',
    clientAuth: 'private_key_jwt',
    parameters: { organization: 'org_1' },
    scheme: 'DPoP',
    audience: 'https://api.example.com/',
    resource: ['https://api.example.com/a', 'urn:example:b'],
  },
  {
    kind: 'oauth2-refresh-token',
    secret: 'prod/mail',
    tokenUrl: TOKEN_URL,
    parameters: { audience: 'a', resource: 'b' },
    scheme: 'Bearer',
    rotates: true,
  },
  {
    kind: 'jwt-bearer',
    secret: 'prod/box',
    tokenUrl: TOKEN_URL,
    parameters: {},
    scheme: 'Bearer',
    assertionIssuer: 'client',
    subject: 'user@example.com',
    audience: 'https://login.example.com',
    claims: { box_sub_type: 'enterprise' },
  },
  {
    kind: 'aws-sigv4',
    provider: 'aws',
    region: 'auto',
    service: 's3',
    roleArn: 'arn:aws:iam::123456789012:role/monitor/reader',
    externalId: 'contract:42',
  },
  {
    kind: 'aws-sigv4',
    provider: 'minio',
    region: 'eu-central-1',
    service: 's3',
    secret: 'prod/minio',
    kmsKey: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  },
])('all that kind $kind alone has is kept', (credential) => {
  expect(parsed(credential)).toStrictEqual({ ...credential, ...COMMON });
});

test('one resource is a list of one', () => {
  const resource = 'https://api.example.com';
  expect(parsed({ kind: 'oauth2-client-credentials', secret: 's', tokenUrl: TOKEN_URL, resource })).toMatchObject({
    resource: [resource],
  });
});

test('GitHub ids may be text', () => {
  const ids = { appId: 'Iv23li0123456789abcd', installationId: '42' };
  expect(parsed({ kind: 'github-app', secret: 's', ...ids })).toMatchObject(ids);
  expect(parsed({ kind: 'github-app', secret: 's', ...ids, appId: 'Iv1.0123456789abcdef' })).toBeDefined();
});

test.each([
  ['2027-01-31', '2027-01-31T00:00:00Z'],
  ['2028-02-29', '2028-02-29T00:00:00Z'],
  ['2000-01-01', '2000-01-01T00:00:00Z'],
  ['2199-12-31T23:59:59.999Z', '2199-12-31T23:59:59Z'],
  ['2027-01-31t09:30:00z', '2027-01-31T09:30:00Z'],
  ['2027-01-31T09:30:00+05:30', '2027-01-31T04:00:00Z'],
])('a credential that expires at %s ends at %s', (expiresAt, instant) => {
  expect(parsed({ kind: 'mtls', secret: 's', expiresAt })?.expiresAt).toBe(Date.parse(instant) / 1_000);
});

describe('a token endpoint', () => {
  test('is found by the issuer', () => {
    const credential = parsed({ kind: 'oauth2-client-credentials', secret: 's', issuer: 'https://login.example.com' });
    expect(credential).not.toHaveProperty('tokenUrl');
  });

  test("is in a Google service account's key", () => {
    const credential = parsed({ kind: 'jwt-bearer', provider: 'google', secret: 's' });
    expect(credential).not.toHaveProperty('tokenUrl');
  });

  test('may be on this machine where that is allowed', () => {
    const tokenUrl = 'http://127.0.0.1:8080/token';
    const credential = { kind: 'oauth2-client-credentials', secret: 's', tokenUrl } as const;
    expect(parsed({ ...credential, allowPrivateNetwork: true })).toMatchObject({ tokenUrl });
    expect(parsed(credential, { allowPrivateNetwork: true })).toMatchObject({ tokenUrl, allowPrivateNetwork: true });
  });
});

describe('a refresh token', () => {
  const refresh = { kind: 'oauth2-refresh-token', tokenUrl: TOKEN_URL } as const;

  test.each(['google', 'dropbox'])('of %s stays unless the configuration says otherwise', (provider) => {
    expect(parsed({ ...refresh, secret: 's#f', provider })).toMatchObject({ rotates: false });
    expect(parsed({ ...refresh, secret: 's', provider, rotates: true })).toMatchObject({ rotates: true });
  });

  test.each([
    ['of other regions', 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:s-AbCdEf', ARN],
    ['of other names', 'r', 's'],
  ])('rotates beside others in secrets %s', (_, one, other) => {
    const credentials = {
      one: { ...refresh, secret: one, rotates: true },
      other: { ...refresh, secret: other, rotates: true },
    };
    expect(Object.keys(parseConfig({ ...withCredential(undefined), credentials }).credentials)).toHaveLength(2);
  });

  test('that stays may be in the secret of another that stays', () => {
    const credentials = {
      one: { ...refresh, secret: 's', rotates: false },
      other: { ...refresh, secret: 's', rotates: false },
    };
    expect(Object.keys(parseConfig({ ...withCredential(undefined), credentials }).credentials)).toHaveLength(2);
  });
});

test('a client asks about its own token, at the endpoint that its issuer names', () => {
  const issuer = 'https://login.example.com';
  expect(parsed({ kind: 'oauth2-client-credentials', secret: 's', issuer, introspection: {} })).toMatchObject({
    introspection: {},
  });
});

test('an id that only begins like a token is an id', () => {
  const credential = { kind: 'oauth2-client-credentials', secret: 's', tokenUrl: TOKEN_URL } as const;
  expect(parsed({ ...credential, clientId: 'sk-portal', audience: 'Token service' })).toMatchObject({
    clientId: 'sk-portal',
    audience: 'Token service',
  });
});
