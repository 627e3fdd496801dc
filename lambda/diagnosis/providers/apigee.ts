import type { Cause } from '../causes.ts';
import { codeEvidence, type Finding, messageEvidence, type Rule } from '../finding.ts';
import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * The last part of `errorcode`: several policies send it under names of their own. Nearly all comes as 401.
 *
 * @see https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference
 * @see https://discuss.google.dev/t/soap-service-fault-responses-in-json-how-to-change-it/8068
 * @see https://discuss.google.dev/t/verify-api-key-not-reporting-api-key-not-approved/1705
 */
const ERRORS: Readonly<Record<string, Cause>> = {
  invalidapikeyforgivenresource: 'feature-unavailable',
  invalidapicallasnoapiproductmatchfound: 'feature-unavailable',
  'invalid_client-app_not_approved': 'feature-unavailable',
  apiresource_doesnot_exist: 'wrong-endpoint',
  developerstatusnotactive: 'account-suspended',
  consumer_key_expired: 'credential-expired',
  access_token_expired: 'credential-expired',
  quotaviolation: 'quota-exceeded',
};

const rule: Rule = (reading): Finding | undefined => {
  const code = reading.codes.find(({ path }) => path === 'fault.detail.errorcode');
  const name = code?.value.toLowerCase().split('.').at(-1) ?? '';
  const cause = Object.hasOwn(ERRORS, name) ? ERRORS[name] : undefined;
  if (code === undefined || cause === undefined) return undefined;
  return {
    cause,
    confidence: 'certain',
    evidence: [codeEvidence(code), ...reading.messages.slice(0, 1).map(messageEvidence)],
  };
};

/** Apigee. A good key whose API product does not hold this proxy, path or environment is called invalid. */
export const apigee: Provider = {
  name: 'apigee',
  hosts: ['apigee.net'],
  wrote: ({ content, json }) => content === 'json' && textAt(json, 'fault', 'detail', 'errorcode') !== undefined,
  rule,
  remedies: {
    'feature-unavailable':
      "Look at the developer app's credential: is it approved for an API product with this proxy, path and environment? https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference",
    'wrong-endpoint':
      'No API product has this path: https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference',
    'account-suspended': 'The developer who owns the app is set to inactive.',
  },
};
