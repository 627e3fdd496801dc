import type { Config } from '../config/types.ts';
import type { MailContext } from '../incidents/mail-context.ts';
import { secretField, secretName, variableOf } from './secrets.ts';

/** Mails of a monitor on this machine: secrets are changed where the command line reads them. */
export function localMailContext(config: Config, secretsFile: string | undefined): Omit<MailContext, 'now'> {
  return {
    config,
    links: {},
    storeSecret: (name) => {
      const credential = Object.hasOwn(config.credentials, name) ? config.credentials[name] : undefined;
      return credential?.secret === undefined ? '' : storeSecret(credential.secret, secretsFile);
    },
  };
}

function storeSecret(secret: string, file: string | undefined): string {
  const name = secretName(secret);
  const field = secretField(secret);
  if (file === undefined) {
    const value =
      field === undefined ? 'the new value' : `a JSON object with the new value as ${JSON.stringify(field)}`;
    return `set ${variableOf(name)} to ${value}, or store it in AWS, and start again`;
  }
  const place = field === undefined ? '' : ` as the field ${JSON.stringify(field)} of the JSON object`;
  return `put it${place} under ${JSON.stringify(name)} in ${file}: the next refusal makes the monitor read it`;
}
