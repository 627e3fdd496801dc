import type { CredentialConfig } from '../../config/types.ts';
import type { GrantProvider } from '../provider.ts';
import { box } from './box.ts';
import { discord } from './discord.ts';
import { dropbox } from './dropbox.ts';
import { github } from './github.ts';
import { hubspot } from './hubspot.ts';
import { salesforce } from './salesforce.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { square } from './square.ts';
import { stripe } from './stripe.ts';
import { twitch } from './twitch.ts';
import { zendesk } from './zendesk.ts';
import { zoom } from './zoom.ts';

/** Every provider whose API tells what a credential has, one file each. */
export const GRANT_PROVIDERS: readonly GrantProvider[] = [
  box,
  discord,
  dropbox,
  github,
  hubspot,
  salesforce,
  shopify,
  slack,
  square,
  stripe,
  twitch,
  zendesk,
  zoom,
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
