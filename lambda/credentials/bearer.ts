import type { BearerCredential } from '../config/types.ts';
import type { Authorisation, CredentialProblem } from './authorisation.ts';
import { headerProblem } from './header-value.ts';

/**
 * A token in the `authorization` header, after the scheme word.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function authoriseBearer({ scheme }: BearerCredential, token: string): Authorisation | CredentialProblem {
  const problem = headerProblem(token);
  if (problem !== undefined) return problem;
  if (scheme !== '' && token.toLowerCase().startsWith(`${scheme.toLowerCase()} `)) {
    return { problem: `the secret begins with the word ${scheme}, which is added anyway: store the token alone` };
  }
  return { headers: { authorization: `${scheme} ${token}`.trim() }, query: {}, secrets: [token], token };
}
