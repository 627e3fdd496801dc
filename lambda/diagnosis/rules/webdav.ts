import type { Cause } from '../causes.ts';
import type { Finding, Rule } from '../finding.ts';

/**
 * Conditions that a WebDAV error names by an element.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3744#section-7.1.1
 * @see https://www.rfc-editor.org/rfc/rfc4918#section-16
 * @see https://www.rfc-editor.org/rfc/rfc4331#section-6
 */
const CONDITIONS: readonly (readonly [RegExp, Cause])[] = [
  [/(?:^|\.)need-privileges(?:\.|$)/, 'permission-denied'],
  [/(?:^|\.)(?:quota-not-exceeded|sufficient-disk-space)(?:\.|$)/, 'quota-exceeded'],
  [/(?:^|\.)(?:lock-token-submitted|no-conflicting-lock)(?:\.|$)/, 'request-rejected'],
];

export const webdavConditions: Rule = ({ content, leaves }): Finding | undefined => {
  if (content !== 'xml') return undefined;
  for (const [pattern, cause] of CONDITIONS) {
    const path = leaves.find((leaf) => pattern.test(leaf.path))?.path;
    if (path !== undefined) return { cause, confidence: 'certain', evidence: [{ where: 'body', what: path }] };
  }
  return undefined;
};
