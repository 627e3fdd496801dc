import type { CredentialConfig } from '../../config/types.ts';
import type { GrantProvider } from '../provider.ts';
import { auth0 } from './auth0.ts';
import { cloudflare } from './cloudflare.ts';
import { databricks } from './databricks.ts';
import { digitalocean } from './digitalocean.ts';
import { fastly } from './fastly.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { heroku } from './heroku.ts';
import { kubernetes } from './kubernetes.ts';
import { linode } from './linode.ts';
import { microsoft } from './microsoft.ts';
import { okta } from './okta.ts';
import { slack } from './slack.ts';
import { vault } from './vault.ts';
import { vultr } from './vultr.ts';

/** Every provider whose API tells what a credential has, one file each. */
export const GRANT_PROVIDERS: readonly GrantProvider[] = [
  auth0,
  cloudflare,
  databricks,
  digitalocean,
  fastly,
  github,
  google,
  heroku,
  kubernetes,
  linode,
  microsoft,
  okta,
  slack,
  vault,
  vultr,
];

const byName = new Map(
  GRANT_PROVIDERS.flatMap((provider) => [provider.name, ...(provider.aliases ?? [])].map((name) => [name, provider])),
);

/** The provider that the credential names, else the one at whose host it is used. */
export function providerFor({ provider }: CredentialConfig, urls: readonly string[]): GrantProvider | undefined {
  if (provider !== undefined) return byName.get(provider);
  for (const url of urls) {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    const found = GRANT_PROVIDERS.find(({ answersAt }) => answersAt(host));
    if (found) return found;
  }
  return undefined;
}
