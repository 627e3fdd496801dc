import { networkProblem } from '../network-rule.ts';
import { type Fields, isRecord } from '../plain.ts';
import type { Problem } from '../problem.ts';
import { endpointProblem } from '../url.ts';

const TOKEN_ENDPOINT_KINDS: readonly unknown[] = ['oauth2-client-credentials', 'oauth2-refresh-token', 'jwt-bearer'];

/** What is wrong with where a credential is minted and asked about. */
export function endpointProblems(credential: Fields, allowedForAll: boolean): readonly Problem[] {
  const { apiUrl, tokenUrl, issuer, introspection, allowPrivateNetwork = allowedForAll } = credential;
  const network = { allowPrivateNetwork: allowPrivateNetwork === true, carriesCredential: true };
  const urls = [
    { path: ['apiUrl'], found: apiUrl },
    { path: ['tokenUrl'], found: tokenUrl },
    { path: ['issuer'], found: issuer },
    { path: ['introspection', 'url'], found: isRecord(introspection) ? introspection.url : undefined },
  ];
  const wrong = urls.flatMap(({ path, found }): readonly Problem[] => {
    // A URL that is refused by itself is not refused once more for its network.
    if (typeof found !== 'string' || endpointProblem(found) !== undefined) return [];
    const rule = networkProblem(found, network);
    return rule === undefined ? [] : [{ path, rule, found }];
  });
  return [...missingTokenUrl(credential), ...wrong];
}

/**
 * A Google service account's key names its token endpoint itself.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account
 */
function missingTokenUrl({ kind, provider, tokenUrl, issuer }: Fields): readonly Problem[] {
  if (!TOKEN_ENDPOINT_KINDS.includes(kind) || tokenUrl !== undefined || issuer !== undefined) return [];
  if (kind === 'jwt-bearer' && provider === 'google') return [];
  const rule = 'must be set, or else "issuer", whose metadata names the token endpoint';
  const google = kind === 'jwt-bearer' ? ': with provider: "google" the secret names it' : '';
  return [{ path: ['tokenUrl'], rule: `${rule}${google}` }];
}
