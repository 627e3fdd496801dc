import type { Provider } from './provider.ts';

/**
 * OpenAI's codes: `insufficient_quota` and an unverified organisation come with statuses that say something else.
 *
 * @see https://developers.openai.com/docs/guides/error-codes
 * @see https://help.openai.com/en/articles/10910291-api-organization-verification
 */
export const openai: Provider = {
  name: 'openai',
  hosts: ['openai.com'],
  fields: ['openai-organization'],
  sentences: [
    { cause: 'step-up-required', when: /\byour organization must be verified\b/ },
    { cause: 'permission-denied', when: /\bmust be a member of an organization to use the api\b/ },
  ],
  codes: {
    credit_balance_exhausted: 'quota-exceeded',
    insufficient_quota: 'quota-exceeded',
    slow_down: 'rate-limited',
    unsupported_country_region_territory: 'geo-blocked',
  },
  remedies: {
    'credential-invalid':
      'Check that key and organisation belong together. See https://developers.openai.com/docs/guides/error-codes',
    'step-up-required':
      'An owner verifies the organisation: https://help.openai.com/en/articles/10910291-api-organization-verification',
    'ip-not-allowed':
      'The allow list is that of the organisation or the project. See https://developers.openai.com/docs/guides/error-codes',
    'quota-exceeded': 'Buy credits, or raise the limit at https://platform.openai.com/settings/organization/limits',
  },
};
