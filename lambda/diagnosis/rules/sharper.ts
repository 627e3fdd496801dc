import type { Cause } from '../causes.ts';
import type { Finding } from '../finding.ts';
import type { Leaf } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';
import { credentialWording, sentenceWording } from './wording.ts';

/** What a sentence may make of a code for "no permission", which many servers send for all of these. */
const BEHIND_DENIED: ReadonlySet<Cause> = new Set([
  'quota-exceeded',
  'rate-limited',
  'feature-unavailable',
  'account-suspended',
  'step-up-required',
  'ip-not-allowed',
  'geo-blocked',
]);

/**
 * A code for a bad credential or a lacking permission stands for many things: the server's own sentence beside it, where
 * it names one of them, is the more exact word.
 */
export function inItsSentence(found: Finding | undefined, reading: Reading): Finding | undefined {
  if (found === undefined || !found.evidence.every(({ where }) => isCode(where, reading))) return found;
  if (found.cause === 'permission-denied' && reading.leaves.some(isScope))
    return { ...found, cause: 'scope-missing', confidence: 'likely' };
  const sentence =
    found.cause === 'credential-invalid'
      ? credentialWording(reading, reading.messages)
      : found.cause === 'permission-denied'
        ? sentenceWording(reading, reading.messages)
        : undefined;
  if (sentence === undefined) return found;
  if (found.cause === 'permission-denied' && !BEHIND_DENIED.has(sentence.cause)) return found;
  return { ...sentence, evidence: [...found.evidence, ...sentence.evidence] };
}

/** A missing permission that has the form of a scope is the token's. */
function isScope({ key, value }: Leaf): boolean {
  return /^missing_?(?:scope|permission)s?$/i.test(key) && /^[a-z_]{2,40}:[a-z_:]{2,40}$/.test(String(value));
}

function isCode(where: string, { codes }: Reading): boolean {
  return codes.some(({ path }) => where === `body ${path}` || where === path);
}
