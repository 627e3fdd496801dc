import { parseSecretRef } from '../config/secret-ref.ts';
import type { Config } from '../config/types.ts';
import { awsStoreSecret } from '../incidents/mail/store-secret.ts';
import type { MailContext } from '../incidents/mail-context.ts';
import { dashboardName } from './dashboard-name.ts';

/** Mails of a monitor in an account: links into the console of its region, secrets stored with the `aws` command. */
export function awsMailContext(config: Config, region: string): Omit<MailContext, 'now'> {
  const console = `https://${region}.console.aws.amazon.com`;
  return {
    config,
    links: {
      dashboard: `${console}/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName(config.monitor)}`,
      secret: (secret) => secretLink(console, region, secret),
    },
    storeSecret: (name) => {
      const credential = config.credentials[name];
      return credential ? awsStoreSecret(credential, region) : '';
    },
  };
}

function secretLink(console: string, region: string, secret: string): string {
  const ref = parseSecretRef(secret);
  return ref.store === 'ssm'
    ? `${console}/systems-manager/parameters/${encodeURIComponent(ref.name)}/description?region=${region}`
    : `${console}/secretsmanager/secret?name=${encodeURIComponent(ref.id)}&region=${region}`;
}
