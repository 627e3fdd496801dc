import type { ObservedResponse } from '../request/observation.ts';
import { quoted, type Stated, scopesIn } from './reading.ts';

/**
 * The scopes in `X-OAuth-Scopes`, a list separated by commas. An empty header is a token without scopes; without the
 * header nothing is known.
 */
export function oauthScopesHeader({ headers }: ObservedResponse): Stated<readonly string[]> | undefined {
  const header = headers['x-oauth-scopes'];
  const value = header === undefined ? undefined : scopesIn(header.split(','));
  if (header === undefined || value === undefined) return undefined;
  return { value, evidence: { where: 'header x-oauth-scopes', what: quoted(header) || '(empty)' } };
}
