import { at } from '../reading/json.ts';
import type { Provider, Sentence } from './provider.ts';

/**
 * The gateway's own sentences; publishers may replace them.
 *
 * @see https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/api-management/api-management-error-handling-policies.md
 */
const SENTENCES: readonly Sentence[] = [
  { cause: 'credential-missing', when: /^access denied due to missing subscription key|^jwt not present\b/ },
  { cause: 'credential-invalid', when: /^access denied due to invalid subscription key/ },
  { cause: 'rate-limited', when: /^rate limit is exceeded\. try again in \d{1,6} seconds/ },
  { cause: 'quota-exceeded', when: /^out of (?:call volume|bandwidth) quota\b/ },
  {
    cause: 'ip-not-allowed',
    when: /^caller ip address (?:\S{3,45} is not allowed|is blocked)|^failed to establish ip address for the caller/,
  },
  { cause: 'wrong-endpoint', when: /^unable to match incoming request to an operation/ },
];

/** Azure API Management in front of somebody's API, under any host. */
export const azureApim: Provider = {
  name: 'azure-apim',
  hosts: ['azure-api.net'],
  wrote: ({ content, json, messages }) =>
    content === 'json' &&
    typeof at(json, 'statusCode') === 'number' &&
    messages.some(({ plain }) => SENTENCES.some(({ when }) => when.test(plain))),
  sentences: SENTENCES,
  remedies: {
    'credential-missing':
      'Send the key of a subscription to this product, by default in Ocp-Apim-Subscription-Key: https://learn.microsoft.com/azure/api-management/api-management-subscriptions',
    'credential-invalid':
      'Compare the key with those of the subscription in the developer portal: a subscription that is not active has no valid key, and each product wants its own.',
    'quota-exceeded': 'The publisher sets the quota of each product: ask for more, or for another product.',
  },
};
