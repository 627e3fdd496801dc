import { createHash, randomUUID } from 'node:crypto';
import { PutSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { parseSecretRef } from '../config/secret-ref.ts';
import type { SecretWriter } from '../ports.ts';

/** What a person has to mend, by the name of the service's error. Everything else is a fault of the service. */
const REFUSED: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'does not exist',
  AccessDeniedException: 'may not be written: the role lacks permission for it or for its KMS key',
  EncryptionFailure: 'cannot be encrypted: its KMS key is disabled or forbidden',
  DecryptionFailure: 'cannot be decrypted: its KMS key is disabled or forbidden',
  InvalidRequestException: 'is marked for deletion or managed by another service',
  InvalidParameterException: 'cannot hold this value',
  LimitExceededException: 'has as many versions as it may have: store less often, or ask for a longer-lived token',
  ResourceExistsException: 'holds binary data, which is not written',
};

/**
 * Writes secrets of Secrets Manager as new current versions; parameters of Systems Manager are not written.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html (errors)
 */
export function awsSecretWriter(client: SecretsManagerClient): SecretWriter {
  const salt = randomUUID();
  const put = async (secret: string, value: string, token: string): Promise<string | undefined> => {
    const ref = parseSecretRef(secret);
    if (ref.store === 'ssm') return `parameter ${ref.name} is not written: keep it in Secrets Manager`;
    if (ref.field !== undefined) return `secret ${ref.id} is written as a whole, and not one field of it`;
    try {
      await client.send(
        new PutSecretValueCommand({ SecretId: ref.id, SecretString: value, ClientRequestToken: token }),
      );
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? REFUSED[error.name] : undefined;
      if (reason === undefined) throw error;
      return `secret ${ref.id} ${reason}`;
    }
  };
  return {
    async write(secret, value) {
      // The same value gets the same version however often it is tried; the salt keeps the version from telling of it.
      const version = createHash('sha256').update(`${salt} ${value}`).digest('hex');
      const refused = await put(secret, value, version);
      return refused === undefined ? { version } : { refused };
    },
    /** A version that is there already is not written again, but only for somebody who may write. */
    check: (secret, { value, version }) => put(secret, value, version),
  };
}
