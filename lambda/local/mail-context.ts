import type { Config } from '../config/types.ts';
import { formatDuration } from '../incidents/mail/times.ts';
import type { MailContext } from '../incidents/mail-context.ts';
import { secretField, secretName, variableOf } from './secrets.ts';

/** Mails of a monitor on this machine: secrets are changed where the command line reads them. */
export function localMailContext(config: Config, secretsFile: string | undefined): Omit<MailContext, 'now'> {
  return {
    config,
    links: {},
    storeSecret: (name) => {
      const credential = Object.hasOwn(config.credentials, name) ? config.credentials[name] : undefined;
      return credential?.secret === undefined ? '' : storeSecret(credential.secret, secretsFile, config);
    },
  };
}

function storeSecret(secret: string, file: string | undefined, { watchSecretsEveryMs }: Config): string {
  const name = secretName(secret);
  const field = secretField(secret);
  if (file === undefined) {
    const value =
      field === undefined ? 'the new value' : `a JSON object with the new value as ${JSON.stringify(field)}`;
    return `set ${variableOf(name)} to ${value}, or store it in AWS, and start again`;
  }
  const place = field === undefined ? '' : ` as the field ${JSON.stringify(field)} of the JSON object`;
  const noticed =
    watchSecretsEveryMs === undefined
      ? 'the next refusal makes the monitor read it'
      : `the monitor notices it within ${formatDuration(watchSecretsEveryMs)}`;
  return `put it${place} under ${JSON.stringify(name)} in ${file}: ${noticed}`;
}
