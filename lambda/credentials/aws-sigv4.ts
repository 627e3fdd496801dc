import type { AwsSigv4Credential } from '../config/types.ts';
import type { GrantReading } from '../grants/reading.ts';
import type { Authorisation, CredentialProblem } from './authorisation.ts';
import type { AwsKeySource, AwsKeys } from './aws-keys.ts';
import { readAwsSecret } from './aws-secret.ts';
import { signAws } from './sign-aws.ts';

interface Deps {
  readonly awsKeys?: AwsKeySource;
  readonly now: () => number;
}

/**
 * Signs requests with keys from the secret, of a role that is assumed, or of the role that this process has.
 *
 * @param refusedAt the keys that were got before this were refused, epoch milliseconds
 */
export async function authoriseAwsSigv4(
  credential: AwsSigv4Credential,
  secret: string | undefined,
  deps: Deps,
  refusedAt?: number,
): Promise<Authorisation | CredentialProblem> {
  const found = secret === undefined ? await roleKeys(credential, deps, refusedAt) : storedKeys(credential, secret);
  if ('problem' in found) return found;
  const { keys, grant } = found;
  const { service, region } = credential;
  return {
    headers: {},
    query: {},
    secrets: secretsOf(keys),
    sign: (request) => signAws(request, keys, request.signedFor ?? { service, region }, deps.now()),
    ...(grant && { grant }),
  };
}

interface FoundKeys {
  readonly keys: AwsKeys;
  readonly grant?: GrantReading;
}

function storedKeys({ roleArn }: AwsSigv4Credential, secret: string): FoundKeys | CredentialProblem {
  if (roleArn !== undefined) {
    return { problem: 'a role is assumed by the monitor itself: configure either roleArn or a secret with keys' };
  }
  const stored = readAwsSecret(secret);
  if ('problem' in stored) return stored;
  const { expiresAt, ...keys } = stored;
  return { keys, ...(expiresAt && { grant: { source: 'claimed', ofSecret: true, expiresAt } }) };
}

async function roleKeys(
  { roleArn, externalId }: AwsSigv4Credential,
  { awsKeys }: Deps,
  refusedAt: number | undefined,
): Promise<FoundKeys | CredentialProblem> {
  if (awsKeys === undefined) return { problem: 'there are no AWS keys here', at: 'token' };
  const role = roleArn === undefined ? undefined : { roleArn, ...(externalId !== undefined && { externalId }) };
  const keys = await awsKeys(role, refusedAt);
  return 'problem' in keys ? keys : { keys, ...lifeOf(keys) };
}

/** A session ends soon, and the next one begins by itself: `minted`. */
function lifeOf({ expiresAt, issuedAt }: AwsKeys): { readonly grant?: GrantReading } {
  if (expiresAt === undefined) return {};
  const stated = (ms: number) => ({
    value: Math.floor(ms / 1_000),
    evidence: { where: 'session of the role', what: new Date(ms).toISOString() },
  });
  return {
    grant: {
      source: 'minted',
      expiresAt: stated(expiresAt),
      ...(issuedAt !== undefined && { issuedAt: stated(issuedAt) }),
    },
  };
}

/**
 * A service answers a signature that it does not find right with all that was signed, the session token included; S3
 * also as bytes in hexadecimal with spaces between.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
 */
function secretsOf({ accessKeyId, secretAccessKey, sessionToken }: AwsKeys): readonly string[] {
  if (sessionToken === undefined) return [secretAccessKey, accessKeyId];
  const bytes = [...Buffer.from(sessionToken)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return [secretAccessKey, sessionToken, bytes, accessKeyId];
}
