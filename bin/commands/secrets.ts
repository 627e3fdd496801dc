import { localSecrets, variableOf } from '../../lambda/local/secrets.ts';
import type { SecretReader } from '../../lambda/ports.ts';

/** Secrets as the command line finds them: `--secrets`, the environment, then AWS with the caller's own profile. */
export function commandLineSecrets(file: string | undefined): SecretReader {
  return localSecrets(file, secretsFromAws(file));
}

function secretsFromAws(file: string | undefined): SecretReader {
  let reader: Promise<SecretReader> | undefined;
  return {
    async read(secret) {
      try {
        reader ??= import('../../lambda/aws/own-secrets.ts').then(({ ownSecrets }) => ownSecrets());
        return await (await reader).read(secret);
      } catch (error) {
        const looked = [file && `in ${file}`, `in the variable ${variableOf(secret)}`].filter(Boolean).join(' or ');
        const reason = error instanceof Error ? error.message : String(error);
        return { unreadable: `secret ${secret} is not ${looked}, and AWS could not be asked: ${reason}` };
      }
    },
  };
}
