import type { CredentialConfig } from '../config/types.ts';
import type { GrantProvider } from './provider.ts';

/**
 * Where a provider is asked about a credential: what is configured, else the provider's own API when a probe goes to
 * one of its hosts, else where the first probe goes. A credential thereby goes nowhere that it was not configured for:
 * to its probes' hosts, or to the provider that these belong to. Without a slash at the end; `undefined` where there is
 * nothing to go by.
 *
 * @param urls of the probes that use it
 */
export function baseFor(
  credential: CredentialConfig,
  provider: GrantProvider,
  urls: readonly string[],
): string | undefined {
  const { apiUrl, provider: named } = credential;
  if (apiUrl !== undefined) return apiUrl;
  const targets = urls.flatMap((url) => URL.parse(url) ?? []);
  const own = targets.find(({ hostname }) => provider.answersAt(hostname));
  const [target] = own ? [own] : targets;
  if (target === undefined) return named === undefined ? undefined : provider.home;
  if (own && provider.home !== undefined) return provider.home;
  return provider.baseOf === undefined ? target.origin : provider.baseOf(target, credential);
}
