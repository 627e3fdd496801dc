import type { GrantProvider } from '../provider.ts';
import { github } from './github.ts';

const { home: _, ...hostless } = github;

/**
 * GitHub Enterprise: the same API on a host of each customer's own, so no credential of one goes to `api.github.com`.
 *
 * @see https://docs.github.com/en/enterprise-cloud@latest/graphql/guides/managing-enterprise-accounts
 */
export const githubEnterprise: GrantProvider = {
  ...hostless,
  name: 'github-enterprise',
  answersAt: (host) => host.endsWith('.ghe.com'),
};
