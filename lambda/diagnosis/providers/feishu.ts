import type { Cause } from '../causes.ts';
import type { Details } from '../diagnosis.ts';
import { codeEvidence, headerEvidence, type Rule } from '../finding.ts';
import { at, textAt } from '../reading/json.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/** The app or the user lacks a scope. The sentence of the second one speaks of a resource all the same. */
const LACKING: readonly string[] = ['99991672', '99991679'];

const rule: Rule = (reading) => {
  const code = reading.codes.find(({ path }) => path === 'code');
  if (code === undefined) return undefined;
  const found = (cause: Cause, details: Details) =>
    ({ cause, confidence: 'certain', evidence: [codeEvidence(code)], details }) as const;
  if (LACKING.includes(code.value)) return found('scope-missing', lackingScopes(reading));
  if (code.value !== '99991400') return undefined;
  const reset = reading.fields.get('x-ogw-ratelimit-reset') ?? '';
  if (!/^\d{1,6}$/.test(reset)) return found('rate-limited', {});
  return {
    ...found('rate-limited', { retryAfterSeconds: Number(reset) }),
    evidence: [codeEvidence(code), headerEvidence('x-ogw-ratelimit-reset', reset)],
  };
};

/** Any one of them is enough. */
function lackingScopes({ json }: Reading): Details {
  const violations = at(json, 'error', 'permission_violations');
  if (!Array.isArray(violations)) return {};
  const scopes = violations.slice(0, 32).flatMap((violation) => textAt(violation, 'subject') ?? []);
  return scopes.length === 0 ? {} : { missingScopes: [...new Set(scopes)] };
}

/**
 * Feishu and Lark: eight digits decide, for the status is 400 for almost everything, a rate limit included.
 *
 * @see https://open.larkoffice.com/document/faq/trouble-shooting/how-to-resolve-error-99991679.md
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control.md
 * @see https://docs.rs/open-lark/latest/src/open_lark/core/error_codes.rs.html
 */
export const feishu: Provider = {
  name: 'feishu',
  hosts: ['feishu.cn', 'larksuite.com', 'larkoffice.com'],
  rule,
  codesAt: /^code$/,
  codes: {
    '10003': 'feature-unavailable',
    '10013': 'feature-unavailable',
    '99991663': 'credential-invalid',
    '99991664': 'credential-invalid',
    '99991668': 'credential-invalid',
    '99991671': 'credential-invalid',
    '99992360': 'request-rejected',
  },
  remedies: {
    'scope-missing':
      'Add the scope on the page of the app that the answer links to and publish a new version; for a user token, have the user authorise the app again. See https://open.larkoffice.com/document/faq/trouble-shooting/how-to-resolve-error-99991679.md',
    'rate-limited': 'See https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control.md',
  },
};
