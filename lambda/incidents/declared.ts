import type { RunResult } from '../run-result.ts';
import type { CredentialState } from './state.ts';

type Declared = CredentialState['declared'];

/**
 * Which version of the secret the declared end was first seen with; the same object when nothing new is. A new date in
 * the configuration belongs to the version of its day.
 */
export function nextDeclared(before: Declared, { grant, secretVersion }: RunResult): Declared {
  if (grant?.expirySource !== 'declared' || grant.expiresAt === undefined || secretVersion === undefined) return before;
  return before?.expiresAt === grant.expiresAt ? before : { expiresAt: grant.expiresAt, secretVersion };
}
