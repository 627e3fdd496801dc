import type { CredentialConfig } from '../../config/types.ts';
import type { GrantProvider } from '../provider.ts';
import { airtable } from './airtable.ts';
import { anthropic } from './anthropic.ts';
import { attio } from './attio.ts';
import { cohere } from './cohere.ts';
import { contentful } from './contentful.ts';
import { datadog } from './datadog.ts';
import { facebook } from './facebook.ts';
import { figma } from './figma.ts';
import { github } from './github.ts';
import { grafana } from './grafana.ts';
import { honeycomb } from './honeycomb.ts';
import { linear } from './linear.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import { newRelic } from './new-relic.ts';
import { notion } from './notion.ts';
import { openai } from './openai.ts';
import { postman } from './postman.ts';
import { replicate } from './replicate.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { slack } from './slack.ts';
import { snyk } from './snyk.ts';

/** Every provider whose API tells what a credential has, one file each. */
export const GRANT_PROVIDERS: readonly GrantProvider[] = [
  airtable,
  anthropic,
  attio,
  cohere,
  contentful,
  datadog,
  facebook,
  figma,
  github,
  grafana,
  honeycomb,
  linear,
  linkedin,
  mastodon,
  newRelic,
  notion,
  openai,
  postman,
  replicate,
  sendgrid,
  sentry,
  slack,
  snyk,
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
