import type { GrantProvider } from '../provider.ts';
import { github } from './github.ts';

/**
 * GitHub Enterprise: the same API on a host of each customer's own, so no credential of one goes to `api.github.com`.
 *
 * @see https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/about-github-enterprise-cloud-with-data-residency
 */
const { home: _, ...hostless } = github;

export const githubEnterprise: GrantProvider = {
  ...hostless,
  name: 'github-enterprise',
  answersAt: (host) => host.endsWith('.ghe.com'),
};
