import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import type { CredentialProblem } from '../credentials/authorisation.ts';
import type { AssumedRole, AwsKeySource, AwsKeys } from '../credentials/aws-keys.ts';

/** Keys that end this soon are got anew. */
const REST_MS = 5 * 60 * 1000;

/** A role session's name: 2 to 64 characters. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const MAX_SESSION_NAME_LENGTH = 64;

/**
 * Why there are no keys, by the name of the error. Everything else is a fault of the service.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
const NO_KEYS: Readonly<Record<string, string>> = {
  AccessDenied:
    'may not be assumed: its trust policy (or the external id that it asks for), or what the assuming role is permitted, does not allow it',
  AccessDeniedException:
    'may not be assumed: its trust policy, or what the assuming role is permitted, does not allow it',
  ValidationError: 'cannot be assumed: STS does not take its ARN or the external id',
  RegionDisabledException: 'cannot be assumed: STS is not activated in this region for the account',
  ExpiredToken: 'cannot be assumed: the keys of the assuming role have expired',
  ExpiredTokenException: 'cannot be assumed: the keys of the assuming role have expired',
  InvalidClientTokenId: 'cannot be assumed: AWS does not know the keys of the assuming role',
  CredentialsProviderError: 'cannot be assumed: there are no AWS keys here to do it with',
};

/**
 * Keys of the client's own role, and of roles that it assumes. A session is kept until shortly before its end, for
 * many probes; what could not be had is not kept.
 *
 * @param monitor names the sessions, so that the trail of the other account shows who came
 */
export function roleKeys(sts: STSClient, monitor: string, now: () => number): AwsKeySource {
  const sessions = new Map<string, Session>();

  const begin = (name: string, role: AssumedRole): Promise<AwsKeys | CredentialProblem> => {
    const session = { askedAt: now(), answer: assume(sts, role, monitor, now) };
    sessions.set(name, session);
    const forget = () => {
      if (sessions.get(name) === session) sessions.delete(name);
    };
    session.answer.then((keys) => 'problem' in keys && forget(), forget);
    return session.answer;
  };

  return async (role, refusedAt = 0) => {
    if (role === undefined) return ownKeys(sts);
    const name = JSON.stringify([role.roleArn, role.externalId]);
    const session = sessions.get(name);
    if (session === undefined || session.askedAt < refusedAt) return begin(name, role);
    const keys = await session.answer;
    if ('problem' in keys || (keys.expiresAt ?? Number.POSITIVE_INFINITY) - now() > REST_MS) return keys;
    const newer = sessions.get(name);
    return newer === undefined || newer === session ? begin(name, role) : newer.answer;
  };
}

interface Session {
  readonly askedAt: number;
  readonly answer: Promise<AwsKeys | CredentialProblem>;
}

/** The client finds and renews its own keys by itself. */
async function ownKeys(sts: STSClient): Promise<AwsKeys | CredentialProblem> {
  try {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await sts.config.credentials();
    return {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken !== undefined && { sessionToken }),
      ...(expiration && { expiresAt: expiration.getTime() }),
    };
  } catch (error) {
    if (nameOf(error) !== 'CredentialsProviderError') throw error;
    return { problem: 'there are no AWS keys here: no role, profile or variable has any', at: 'token' };
  }
}

async function assume(
  sts: STSClient,
  { roleArn, externalId }: AssumedRole,
  monitor: string,
  now: () => number,
): Promise<AwsKeys | CredentialProblem> {
  const issuedAt = now();
  try {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName(monitor),
        ...(externalId !== undefined && { ExternalId: externalId }),
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
    if (AccessKeyId === undefined || SecretAccessKey === undefined) {
      return { problem: `role ${roleArn} was assumed, and STS gave no keys`, at: 'token' };
    }
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      issuedAt,
      ...(SessionToken !== undefined && { sessionToken: SessionToken }),
      ...(Expiration && { expiresAt: Expiration.getTime() }),
    };
  } catch (error) {
    const reason = NO_KEYS[nameOf(error)];
    if (reason === undefined) throw error;
    return { problem: `role ${roleArn} ${reason}`, at: 'token' };
  }
}

function sessionName(monitor: string): string {
  return `scopewatch-${monitor}`.replace(/[^\w+=,.@-]/g, '-').slice(0, MAX_SESSION_NAME_LENGTH);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
