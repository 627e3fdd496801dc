import type { CredentialConfig } from '../../config/types.ts';
import type { GrantProvider } from '../provider.ts';
import { artifactory } from './artifactory.ts';
import { asana } from './asana.ts';
import { atlassian } from './atlassian.ts';
import { auth0 } from './auth0.ts';
import { azureDevops } from './azure-devops.ts';
import { bitbucket } from './bitbucket.ts';
import { box } from './box.ts';
import { buildkite } from './buildkite.ts';
import { circleci } from './circleci.ts';
import { clickup } from './clickup.ts';
import { cloudflare } from './cloudflare.ts';
import { databricks } from './databricks.ts';
import { digitalocean } from './digitalocean.ts';
import { discord } from './discord.ts';
import { docker } from './docker.ts';
import { dropbox } from './dropbox.ts';
import { fastly } from './fastly.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { githubEnterprise } from './github-enterprise.ts';
import { gitlab } from './gitlab.ts';
import { google } from './google.ts';
import { heroku } from './heroku.ts';
import { hubspot } from './hubspot.ts';
import { huggingface } from './huggingface.ts';
import { intercom } from './intercom.ts';
import { jenkins } from './jenkins.ts';
import { kubernetes } from './kubernetes.ts';
import { linode } from './linode.ts';
import { mailgun } from './mailgun.ts';
import { microsoft } from './microsoft.ts';
import { monday } from './monday.ts';
import { npm } from './npm.ts';
import { okta } from './okta.ts';
import { pagerduty } from './pagerduty.ts';
import { pipedrive } from './pipedrive.ts';
import { salesforce } from './salesforce.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { spotify } from './spotify.ts';
import { square } from './square.ts';
import { stripe } from './stripe.ts';
import { terraformCloud } from './terraform-cloud.ts';
import { trello } from './trello.ts';
import { twilio } from './twilio.ts';
import { twitch } from './twitch.ts';
import { vault } from './vault.ts';
import { vercel } from './vercel.ts';
import { vultr } from './vultr.ts';
import { zendesk } from './zendesk.ts';
import { zoom } from './zoom.ts';

/** Every provider whose API tells what a credential has, one file each. */
export const GRANT_PROVIDERS: readonly GrantProvider[] = [
  artifactory,
  asana,
  atlassian,
  auth0,
  azureDevops,
  bitbucket,
  box,
  buildkite,
  circleci,
  clickup,
  cloudflare,
  databricks,
  digitalocean,
  discord,
  docker,
  dropbox,
  fastly,
  gitea,
  github,
  githubEnterprise,
  gitlab,
  google,
  heroku,
  hubspot,
  huggingface,
  intercom,
  jenkins,
  kubernetes,
  linode,
  mailgun,
  microsoft,
  monday,
  npm,
  okta,
  pagerduty,
  pipedrive,
  salesforce,
  shopify,
  slack,
  spotify,
  square,
  stripe,
  terraformCloud,
  trello,
  twilio,
  twitch,
  vault,
  vercel,
  vultr,
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
