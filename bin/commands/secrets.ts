import { fileLeases } from '../../lambda/local/leases.ts';
import {
  type LocalSecrets,
  localSecrets,
  secretName,
  secretsFileProblem,
  variableOf,
} from '../../lambda/local/secrets.ts';
import type { Leases, SecretReader, SecretWriter } from '../../lambda/ports.ts';
import { UsageError } from './usage-error.ts';

/** Where secrets are read, and, with a file of them, written under leases that every command on that file keeps. */
export interface CommandLineSecrets {
  readonly secrets: SecretReader;
  readonly writer?: SecretWriter;
  readonly leases?: Leases;
  /** When the store rotates it next by itself, epoch milliseconds; only of what is in AWS, and where that can be asked. */
  readonly nextRotation: (secret: string) => Promise<number | undefined>;
}

/**
 * Secrets as the command line finds them: `--secrets`, the environment, then AWS with the caller's own profile.
 *
 * @throws UsageError when the file is missing or is no JSON object
 */
export async function commandLineSecrets(file: string | undefined): Promise<CommandLineSecrets> {
  const problem = file === undefined ? undefined : await secretsFileProblem(file);
  if (problem !== undefined) throw new UsageError(problem);
  const secrets = localSecrets(file, secretsFromAws(file));
  const nextRotation = rotationInAws(secrets);
  return file === undefined
    ? { secrets, nextRotation }
    : { secrets, nextRotation, writer: secrets, leases: fileLeases(`${file}.leases`, Date.now) };
}

function rotationInAws({ isHere }: LocalSecrets): CommandLineSecrets['nextRotation'] {
  return async (secret) => {
    if (await isHere(secret)) return undefined;
    const { ownSecretVersions } = await import('../../lambda/aws/own-secrets.ts');
    // Whoever may read a secret need not be allowed to see its schedule.
    return ownSecretVersions()
      .nextRotation(secret)
      .catch(() => undefined);
  };
}

function secretsFromAws(file: string | undefined): SecretReader {
  let reader: Promise<SecretReader> | undefined;
  return {
    async read(secret) {
      reader ??= import('../../lambda/aws/own-secrets.ts').then(({ ownSecrets }) => ownSecrets());
      const read = await (await reader).read(secret).catch((error: unknown) => ({
        unreadable: `it could not be asked (${error instanceof Error ? error.message : error})`,
      }));
      if (read.unreadable === undefined) return read;
      return { unreadable: `${secret} is neither ${placesOf(secret, file)} nor in AWS: ${read.unreadable}` };
    },
  };
}

/** Where a value on this machine would be. */
function placesOf(secret: string, file: string | undefined): string {
  const name = secretName(secret);
  const places = [`in the variable ${variableOf(name)}`, `in a file named by --secrets`];
  return (file === undefined ? places : [...places.slice(0, 1), `under ${JSON.stringify(name)} in ${file}`]).join(
    ' nor ',
  );
}
