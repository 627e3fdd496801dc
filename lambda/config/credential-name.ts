import type { Path } from './path.ts';
import type { Fields } from './plain.ts';
import type { Problem } from './problem.ts';
import { looksLikeSecret } from './secret-looking.ts';

/** What is wrong with the name of a credential that is referred to, as far as the credentials tell. */
export function credentialNameProblem(name: string, credentials: Fields, path: Path): Problem | undefined {
  if (looksLikeSecret(name)) {
    return { path, rule: 'must be the name of a configured credential, not a secret itself' };
  }
  if (Object.hasOwn(credentials, name)) return undefined;
  const meant = { wrong: name, names: Object.keys(credentials) };
  return { path, rule: 'must be the name of a configured credential', found: name, meant };
}
