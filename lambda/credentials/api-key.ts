import type { ApiKeyCredential } from '../config/types.ts';
import type { Authorisation, CredentialProblem } from './authorisation.ts';
import { headerProblem } from './header-value.ts';
import { wholeJsonProblem } from './secret-json.ts';

/** A key in a header or a query parameter of its own. */
export function authoriseApiKey(credential: ApiKeyCredential, key: string): Authorisation | CredentialProblem {
  const inHeader = credential.in === 'header';
  const problem = inHeader ? headerProblem(key) : wholeJsonProblem(key);
  if (problem !== undefined) return problem;
  return {
    headers: inHeader ? { [credential.name.toLowerCase()]: key } : {},
    query: inHeader ? {} : { [credential.name]: key },
    secrets: [key],
    token: key,
  };
}
