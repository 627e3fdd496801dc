import { type Finding, messageEvidence, quote } from '../../finding.ts';
import type { Reading } from '../../reading.ts';

/** Plain text of a denial: who, then what, as far as it takes to know it. */
const DENIED = /\buser: [^\s]{1,400} is not authorized to perform: ?[\w*-]{1,60}:[\w*]{1,100}/;
const PARTS = [
  /user: [^\s]{1,400}/i,
  /not authorized to perform: ?[\w*-]{1,60}:[\w*]{1,100}(?: on resource: [^\s]{1,400})?/i,
  /(?:with an explicit deny|because no [\w -]{1,60} policy allows)[^.\n]{0,160}/i,
];

/** Whether the answer is IAM's, which every service and every API of a customer shows alike. */
export function isDenial({ messages }: Reading): boolean {
  return messages.some(({ plain }) => DENIED.test(plain));
}

/**
 * IAM's sentence: who, which action, which resource, and the kind of policy that denies or does not allow it. Each is
 * evidence of its own: in the whole sentence the last ones stand too far back to be shown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function iamDenial({ messages }: Reading): Finding | undefined {
  const message = messages.find(({ plain }) => DENIED.test(plain));
  if (message === undefined) return undefined;
  const parts = PARTS.flatMap((pattern) => pattern.exec(message.text)?.[0] ?? []);
  return {
    cause: 'permission-denied',
    // Without a signature there was nobody to whom a policy could allow it.
    confidence: /\buser: anonymous\b/.test(message.plain) ? 'likely' : 'certain',
    evidence: parts.map((part) => ({ ...messageEvidence(message), what: quote(part) })),
  };
}
