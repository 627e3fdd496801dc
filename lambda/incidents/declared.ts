import type { RunResult } from '../run-result.ts';
import type { CredentialState } from './state.ts';

type Declared = CredentialState['declared'];

/**
 * Which version of the secret the declared end belongs to, and since when it is declared; the same object when nothing
 * new is. A new date in the configuration belongs to the version of its day, also to one that is stored shortly after.
 */
export function nextDeclared(before: Declared, { grant, secretVersion, observedAt }: RunResult): Declared {
  if (grant?.expirySource !== 'declared' || grant.expiresAt === undefined || secretVersion === undefined) return before;
  const { expiresAt } = grant;
  if (before?.expiresAt !== expiresAt) return { expiresAt, secretVersion, since: observedAt };
  return before.secretVersion === secretVersion ? before : { ...before, secretVersion };
}
