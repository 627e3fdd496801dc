import { type Finding, headerEvidence, type Rule, statusEvidence } from '../finding.ts';
import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * A 429 for the plan's quota looks like one for a spike; only the reason at the end of a field tells:
 * `seconds:categories:scope:reason`.
 *
 * @see https://github.com/getsentry/sentry-dotnet/issues/3283
 */
const rule: Rule = (reading): Finding | undefined => {
  const limits = reading.fields.get('x-sentry-rate-limits');
  if (reading.status !== 429 || limits === undefined || !/:\w{0,60}usage_exceeded\b/.test(limits)) return undefined;
  return {
    cause: 'quota-exceeded',
    confidence: 'certain',
    evidence: [statusEvidence(reading), headerEvidence('x-sentry-rate-limits', limits)],
  };
};

/**
 * Sentry, hosted and self-hosted.
 *
 * @see https://github.com/getsentry/sentry/blob/master/src/sentry/api/exceptions.py
 * @see https://github.com/getsentry/sentry-cli/issues/1041
 */
export const sentry: Provider = {
  name: 'sentry',
  hosts: ['sentry.io'],
  fields: ['x-sentry-error', 'x-sentry-rate-limits'],
  wrote: ({ json }) => textAt(json, 'detail', 'code') !== undefined && at(json, 'detail', 'extra') !== undefined,
  rule,
  codes: {
    'sso-required': 'step-up-required',
    '2fa-required': 'step-up-required',
    'sudo-required': 'step-up-required',
    'superuser-required': 'step-up-required',
    'resource-moved': 'wrong-endpoint',
  },
  codesAt: /^detail\.code$/,
  remedies: {
    'permission-denied':
      'Sentry does not say whether the role or the token falls short. `sentry-cli info` shows the scopes of the token; what each call needs: https://docs.sentry.io/api/permissions',
    'scope-missing':
      'The permissions of an internal integration can be edited, those of a personal token cannot: https://docs.sentry.io/api/permissions',
    'quota-exceeded': 'See what uses up the quota: https://docs.sentry.io/product/accounts/quotas/',
    'rate-limited':
      'Limits of a key are set in the project; those of the plan: https://docs.sentry.io/product/accounts/quotas/',
    'wrong-endpoint': 'The project was renamed; the answer names its new address.',
  },
};
