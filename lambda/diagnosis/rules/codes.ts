import type { Cause } from '../causes.ts';
import { codeEvidence, type Rule } from '../finding.ts';
import type { CodeRule } from './codes/code-rule.ts';
import { GENERAL } from './codes/general.ts';
import { TELLING } from './codes/telling.ts';
import { CRYPTOGRAPHY, NAMESAKES, STRANGERS } from './namesakes.ts';

const OF_CREDENTIALS = new Set<Cause>([
  'credential-missing',
  'credential-expired',
  'credential-revoked',
  'credential-invalid',
]);

const OF_THE_END = new Set<Cause>(['credential-expired', 'credential-revoked']);

function rule(rules: readonly CodeRule[], confidence: 'certain' | 'likely'): Rule {
  return ({ codes, status, messages }) => {
    const tokens = codes.filter(
      ({ words, value }) => words.length > 2 && words.length <= 120 && !AMBIGUOUS.test(value),
    );
    if (tokens.length === 0) return undefined;
    const ofCryptography = messages.some(({ plain }) => CRYPTOGRAPHY.test(plain));
    for (const { cause, all, none } of rules) {
      const code = tokens.find(
        ({ words }) =>
          all.every((oneOf) => oneOf.test(words)) &&
          none?.test(words) !== true &&
          !(OF_CREDENTIALS.has(cause) && NAMESAKES.test(words)) &&
          !(OF_THE_END.has(cause) && ((status !== 401 && STRANGERS.test(words)) || ofCryptography)),
      );
      if (code !== undefined) return { cause, confidence, evidence: [codeEvidence(code)] };
    }
    return undefined;
  };
}

/** Codes that name two causes at once, or that are the standard's own and handled by its rule. */
const AMBIGUOUS =
  /(?:invalid|bad|missing|expired)_?or_?(?:expired|missing|invalid)|^(?:invalid_scope|invalid_request|invalid_request_error|Forbidden|UNAUTHORIZED|error)$/i;

/** Machine codes that leave no doubt, in whichever way their words are joined. */
export const tellingCodes: Rule = rule(TELLING, 'certain');

/** Machine codes that are true of several causes: read after the sentences. */
export const generalCodes: Rule = rule(GENERAL, 'likely');
