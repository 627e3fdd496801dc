import type { GrantProvider } from './provider.ts';

/**
 * Wanted scopes that are neither granted nor included in a granted one, in their order; `undefined` where there is
 * nothing to compare with. Wanted are the configured ones, or without them those that the credential once had.
 */
export function missingScopes(
  granted: readonly string[],
  configured: readonly string[] | undefined,
  baseline: readonly string[] | undefined,
  provider: GrantProvider | undefined,
): readonly string[] | undefined {
  const wanted = comparable(configured) ?? baseline;
  if (wanted === undefined) return undefined;
  const has = closure(granted, provider);
  return wanted.filter((scope) => !has.has(scope));
}

/** Granted scopes that no wanted one needs: neither wanted nor including what is; empty where nothing is configured. */
export function unusedScopes(
  granted: readonly string[],
  configured: readonly string[] | undefined,
  provider: GrantProvider | undefined,
): readonly string[] {
  const wanted = comparable(configured);
  if (wanted === undefined) return [];
  const isUsed = (scope: string) => [...closure([scope], provider)].some((included) => wanted.includes(included));
  return granted.filter((scope) => !isUsed(scope));
}

function closure(scopes: readonly string[], provider: GrantProvider | undefined): ReadonlySet<string> {
  const all = new Set(scopes);
  // A set that grows while it is walked: what is implied implies more.
  for (const scope of all) for (const implied of provider?.implies(scope) ?? []) all.add(implied);
  return all;
}

/**
 * The scopes that a token can be expected to list. `.default` stands for whatever was consented to, and
 * `offline_access` asks for another token than this one.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
 * @see https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess
 */
function comparable(configured: readonly string[] | undefined): readonly string[] | undefined {
  if (configured === undefined) return undefined;
  const listed = configured.filter((scope) => !/(?:^|\/)\.default$/.test(scope) && scope !== 'offline_access');
  return configured.length > 0 && listed.length === 0 ? undefined : listed;
}
