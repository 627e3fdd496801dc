import type { Config } from '../config/types.ts';
import type { MailContext } from '../incidents/mail-context.ts';
import { secretName, variableOf } from './secrets.ts';

/** Mails of a monitor on this machine: secrets are changed where the command line reads them. */
export function localMailContext(config: Config, secretsFile: string | undefined): Omit<MailContext, 'now'> {
  return {
    config,
    links: {},
    storeSecret: (credential) => storeSecret(config.credentials[credential]?.secret ?? credential, secretsFile),
  };
}

function storeSecret(secret: string, file: string | undefined): string {
  const name = secretName(secret);
  if (file === undefined) return `set ${variableOf(name)} to the new value, or store it in AWS, and start again`;
  return `put it under ${JSON.stringify(name)} in ${file}: the next refusal makes the monitor read it`;
}
