import type { CredentialConfig } from '../../config/types.ts';
import type { GrantProvider } from '../provider.ts';
import { artifactory } from './artifactory.ts';
import { atlassian } from './atlassian.ts';
import { azureDevops } from './azure-devops.ts';
import { bitbucket } from './bitbucket.ts';
import { buildkite } from './buildkite.ts';
import { circleci } from './circleci.ts';
import { docker } from './docker.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { githubEnterprise } from './github-enterprise.ts';
import { gitlab } from './gitlab.ts';
import { huggingface } from './huggingface.ts';
import { jenkins } from './jenkins.ts';
import { npm } from './npm.ts';
import { slack } from './slack.ts';
import { terraformCloud } from './terraform-cloud.ts';
import { vercel } from './vercel.ts';

/** Every provider whose API tells what a credential has, one file each. */
export const GRANT_PROVIDERS: readonly GrantProvider[] = [
  artifactory,
  atlassian,
  azureDevops,
  bitbucket,
  buildkite,
  circleci,
  docker,
  gitea,
  github,
  githubEnterprise,
  gitlab,
  huggingface,
  jenkins,
  npm,
  slack,
  terraformCloud,
  vercel,
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
