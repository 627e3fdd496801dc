import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { parseSecretRef } from '../config/secret-ref.ts';
import type { ReadSecret, SecretReader } from '../ports.ts';

/** What a person has to mend, by the name of the service's error. Everything else is a fault of the service. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'does not exist, or has no value yet',
  ParameterNotFound: 'does not exist',
  AccessDeniedException: 'may not be read: the role lacks permission for it or for its KMS key',
  DecryptionFailure: 'cannot be decrypted: its KMS key is disabled or forbidden',
  InvalidKeyId: 'cannot be decrypted: its KMS key does not exist or is disabled',
  InvalidRequestException: 'is marked for deletion or cannot be read in its present state',
};

/**
 * Secrets from Secrets Manager and SecureString parameters from Systems Manager, always the current version.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html (errors)
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html (errors)
 */
export function awsSecrets(secretsManager: SecretsManagerClient, ssm: SSMClient): SecretReader {
  return {
    async read(secret) {
      const ref = parseSecretRef(secret);
      try {
        return ref.store === 'ssm' ? await fromSsm(ssm, ref.name) : await fromSecretsManager(secretsManager, ref.id);
      } catch (error) {
        const reason = error instanceof Error ? UNREADABLE[error.name] : undefined;
        if (reason === undefined) throw error;
        return { unreadable: `${describe(ref)} ${reason}` };
      }
    },
    async previous(secret) {
      const ref = parseSecretRef(secret);
      try {
        return ref.store === 'ssm'
          ? await previousFromSsm(ssm, ref.name)
          : await fromSecretsManager(secretsManager, ref.id, 'AWSPREVIOUS');
      } catch (error) {
        // There is none, or it is not to be had: then nothing is known of it.
        if (error instanceof Error && (error.name in UNREADABLE || error.name === 'ParameterVersionNotFound'))
          return undefined;
        throw error;
      }
    },
  };
}

async function fromSecretsManager(client: SecretsManagerClient, id: string, stage?: string): Promise<ReadSecret> {
  const { SecretString, SecretBinary, VersionId } = await client.send(
    new GetSecretValueCommand({ SecretId: id, ...(stage !== undefined && { VersionStage: stage }) }),
  );
  const value = SecretString ?? (SecretBinary && Buffer.from(SecretBinary).toString('utf8'));
  if (value === undefined || VersionId === undefined) return { unreadable: `secret ${id} has no value` };
  return { value, version: VersionId };
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html (`name:version`) */
async function previousFromSsm(client: SSMClient, name: string): Promise<ReadSecret | undefined> {
  const { version } = await fromSsm(client, name);
  return Number(version) > 1 ? fromSsm(client, `${name}:${Number(version) - 1}`) : undefined;
}

async function fromSsm(client: SSMClient, name: string): Promise<ReadSecret> {
  const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  if (Parameter?.Value === undefined) return { unreadable: `parameter ${name} has no value` };
  return { value: Parameter.Value, version: String(Parameter.Version) };
}

function describe(ref: ReturnType<typeof parseSecretRef>): string {
  return ref.store === 'ssm' ? `parameter ${ref.name}` : `secret ${ref.id}`;
}
