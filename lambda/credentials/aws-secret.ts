import { plausibleTime, quoted, type Stated } from '../grants/reading.ts';
import type { CredentialProblem } from './authorisation.ts';
import { jsonFields, listed } from './secret-json.ts';

/** Keys as a secret holds them. */
export interface StoredAwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** The end of temporary keys, epoch seconds, where the secret says it. */
  readonly expiresAt?: Stated<number>;
}

/**
 * Reads access keys from a secret: `{"accessKeyId","secretAccessKey","sessionToken"?}`, the same as AWS writes them
 * (`AccessKeyId`), or all that `aws sts assume-role` or `aws iam create-access-key` prints. No problem shows any of the keys.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/sts/assume-role.html#output
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/create-access-key.html#output
 */
export function readAwsSecret(secret: string): StoredAwsKeys | CredentialProblem {
  const whole = jsonFields(secret);
  if (whole === undefined) {
    return { problem: 'the secret is not a JSON object with "accessKeyId" and "secretAccessKey"' };
  }
  const fields = [whole.Credentials, whole.AccessKey].find(isObject) ?? whole;
  const accessKeyId = text(fields.accessKeyId ?? fields.AccessKeyId);
  const secretAccessKey = text(fields.secretAccessKey ?? fields.SecretAccessKey);
  const sessionToken = fields.sessionToken ?? fields.SessionToken;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    return {
      problem: `the secret has ${listed(Object.keys(fields))}, and not both "accessKeyId" and "secretAccessKey" as strings`,
    };
  }
  // It stands in a header, and ends at a slash there; services that only speak like AWS have others than AWS's letters.
  if (!/^[\w.+=@-]{3,128}$/.test(accessKeyId)) return { problem: 'the field "accessKeyId" is not an access key id' };
  if (!/^[!-~]{1,1024}$/.test(secretAccessKey))
    return { problem: 'the field "secretAccessKey" is not a secret access key' };
  if (sessionToken !== undefined && sessionToken !== null && sessionToken !== '' && text(sessionToken) === undefined) {
    return { problem: 'the field "sessionToken" is not a session token' };
  }
  const token = text(sessionToken);
  if (accessKeyId.startsWith('ASIA') && token === undefined) {
    return { problem: 'the keys are temporary ones, and the secret has no "sessionToken" that belongs to them' };
  }
  const expiresAt = token === undefined ? undefined : endOf(fields.expiration ?? fields.Expiration);
  return {
    accessKeyId,
    secretAccessKey,
    ...(token !== undefined && { sessionToken: token }),
    ...(expiresAt && { expiresAt }),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without the line break that a paste leaves; nothing where it could not stand in a header. */
function text(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return /^[!-~]{1,65536}$/.test(trimmed) ? trimmed : undefined;
}

/** Seen as `2016-03-15T00:05:07Z` and as `2021-12-03T04:59:02+00:00`. */
const EXPIRATION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function endOf(expiration: unknown): Stated<number> | undefined {
  if (typeof expiration !== 'string' || !EXPIRATION.test(expiration)) return undefined;
  const value = plausibleTime(Date.parse(expiration) / 1_000);
  if (value === undefined) return undefined;
  return { value, evidence: { where: 'secret field Expiration', what: quoted(expiration) } };
}
