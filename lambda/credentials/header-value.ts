import type { CredentialProblem } from './authorisation.ts';
import { wholeJsonProblem } from './secret-json.ts';

/** Why a secret cannot travel in a header as it is, if it cannot. */
export function headerProblem(secret: string): CredentialProblem | undefined {
  const json = wholeJsonProblem(secret);
  if (json !== undefined) return json;
  if (/[^\x20-\x7e]/.test(secret)) {
    return {
      problem: 'the secret contains characters that a header cannot carry (other than printable ASCII): store it again',
    };
  }
  return undefined;
}
