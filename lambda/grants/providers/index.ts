import type { CredentialConfig } from '../../config/types.ts';
import type { GrantProvider } from '../provider.ts';
import { airtable } from './airtable.ts';
import { anthropic } from './anthropic.ts';
import { artifactory } from './artifactory.ts';
import { asana } from './asana.ts';
import { atlassian } from './atlassian.ts';
import { attio } from './attio.ts';
import { auth0 } from './auth0.ts';
import { aws } from './aws.ts';
import { azureDevops } from './azure-devops.ts';
import { bitbucket } from './bitbucket.ts';
import { box } from './box.ts';
import { buildkite } from './buildkite.ts';
import { circleci } from './circleci.ts';
import { clickup } from './clickup.ts';
import { cloudflare } from './cloudflare.ts';
import { cohere } from './cohere.ts';
import { contentful } from './contentful.ts';
import { databricks } from './databricks.ts';
import { datadog } from './datadog.ts';
import { digitalocean } from './digitalocean.ts';
import { discord } from './discord.ts';
import { docker } from './docker.ts';
import { dropbox } from './dropbox.ts';
import { facebook } from './facebook.ts';
import { fastly } from './fastly.ts';
import { figma } from './figma.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { githubEnterprise } from './github-enterprise.ts';
import { gitlab } from './gitlab.ts';
import { google } from './google.ts';
import { grafana } from './grafana.ts';
import { heroku } from './heroku.ts';
import { honeycomb } from './honeycomb.ts';
import { hubspot } from './hubspot.ts';
import { huggingface } from './huggingface.ts';
import { intercom } from './intercom.ts';
import { jenkins } from './jenkins.ts';
import { kubernetes } from './kubernetes.ts';
import { linear } from './linear.ts';
import { linkedin } from './linkedin.ts';
import { linode } from './linode.ts';
import { mailgun } from './mailgun.ts';
import { mastodon } from './mastodon.ts';
import { microsoft } from './microsoft.ts';
import { monday } from './monday.ts';
import { newRelic } from './new-relic.ts';
import { notion } from './notion.ts';
import { npm } from './npm.ts';
import { okta } from './okta.ts';
import { openai } from './openai.ts';
import { pagerduty } from './pagerduty.ts';
import { pipedrive } from './pipedrive.ts';
import { postman } from './postman.ts';
import { replicate } from './replicate.ts';
import { salesforce } from './salesforce.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { snyk } from './snyk.ts';
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
  airtable,
  anthropic,
  artifactory,
  asana,
  atlassian,
  attio,
  auth0,
  aws,
  azureDevops,
  bitbucket,
  box,
  buildkite,
  circleci,
  clickup,
  cloudflare,
  cohere,
  contentful,
  databricks,
  datadog,
  digitalocean,
  discord,
  docker,
  dropbox,
  facebook,
  fastly,
  figma,
  gitea,
  github,
  githubEnterprise,
  gitlab,
  google,
  grafana,
  heroku,
  honeycomb,
  hubspot,
  huggingface,
  intercom,
  jenkins,
  kubernetes,
  linear,
  linkedin,
  linode,
  mailgun,
  mastodon,
  microsoft,
  monday,
  newRelic,
  notion,
  npm,
  okta,
  openai,
  pagerduty,
  pipedrive,
  postman,
  replicate,
  salesforce,
  sendgrid,
  sentry,
  shopify,
  slack,
  snyk,
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

/** The provider that the credential names, else the one of its kind, else the one at whose host it is used. */
export function providerFor(credential: CredentialConfig, urls: readonly string[]): GrantProvider | undefined {
  const knows = ({ kind = credential.kind }: GrantProvider) => kind === credential.kind;
  if (credential.provider !== undefined) {
    const named = byName.get(credential.provider);
    return named && knows(named) ? named : undefined;
  }
  const ofKind = GRANT_PROVIDERS.find(({ kind }) => kind === credential.kind);
  if (ofKind) return ofKind;
  for (const url of urls) {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    const found = GRANT_PROVIDERS.find((provider) => knows(provider) && provider.answersAt(host));
    if (found) return found;
  }
  return undefined;
}
