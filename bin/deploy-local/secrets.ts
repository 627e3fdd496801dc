import { CreateSecretCommand, PutSecretValueCommand, ResourceExistsException } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import type { awsClients } from '../../emulator/clients.ts';
import { parseSecretRef } from '../../lambda/config/secret-ref.ts';
import type { Setting } from './setting.ts';

type Clients = Pick<ReturnType<typeof awsClients>, 'secrets' | 'ssm'>;

/** Keeps the secrets of the emulator as those of the setting are. */
export interface SecretKeeper {
  /** Stores what is new. Gives the references that have no value, with the reason. */
  store(): Promise<readonly string[]>;
}

export function secretKeeper({ config, secret }: Setting, clients: Clients): SecretKeeper {
  const references = [
    ...new Set(Object.values(config.credentials).flatMap(({ secret: reference }) => reference ?? [])),
  ];
  const stored = new Map<string, string>();
  return {
    async store() {
      const problems: string[] = [];
      for (const reference of references) {
        const { value, version, unreadable } = await secret(reference);
        if (value === undefined) problems.push(unreadable);
        else if (stored.get(reference) !== version) {
          await storeSecret(clients, reference, value);
          stored.set(reference, version);
        }
      }
      return problems;
    },
  };
}

/** Where the reference says, in place of an earlier value. */
async function storeSecret({ secrets, ssm }: Clients, reference: string, value: string): Promise<void> {
  const ref = parseSecretRef(reference);
  if (ref.store === 'ssm') {
    await ssm.send(new PutParameterCommand({ Name: ref.name, Value: value, Type: 'SecureString', Overwrite: true }));
    return;
  }
  try {
    await secrets.send(new CreateSecretCommand({ Name: ref.id, SecretString: value }));
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
    await secrets.send(new PutSecretValueCommand({ SecretId: ref.id, SecretString: value }));
  }
}
