/** Scopes below others as the documentation nests them; GitHub leaves out of a token what another scope includes. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  repo: ['repo:status', 'repo_deployment', 'public_repo', 'repo:invite', 'security_events'],
  user: ['read:user', 'user:email', 'user:follow'],
  project: ['read:project'],
  'admin:org': ['manage_runners:org'],
  'admin:enterprise': ['manage_runners:enterprise', 'manage_billing:enterprise'],
};

/**
 * The scopes that one of GitHub's scopes brings with it: those nested below it, and besides `admin:x` includes
 * `write:x`, and that includes `read:x`.
 *
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
export function impliedScopes(scope: string): readonly string[] {
  const [, level, resource] = /^(admin|write):(.+)$/.exec(scope) ?? [];
  const lesser = level === 'admin' ? [`write:${resource}`, `read:${resource}`] : level ? [`read:${resource}`] : [];
  return [...lesser, ...(Object.hasOwn(INCLUDED, scope) ? (INCLUDED[scope] ?? []) : [])];
}
