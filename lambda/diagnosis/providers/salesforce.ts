import type { Provider } from './provider.ts';

/**
 * Salesforce's words beside `invalid_grant` and `REQUEST_LIMIT_EXCEEDED`, which stand for several causes each.
 *
 * @see https://github.com/omniphx/forrest/issues/278
 * @see https://github.com/restforce/restforce/issues/303
 * @see https://developer.salesforce.com/docs/platform/salesforce-app-limits-cheatsheet/guide/salesforce-app-limits-platform-api.html
 * @see https://github.com/SalesforceLabs/OrgCheck/issues/181
 */
export const salesforce: Provider = {
  name: 'salesforce',
  hosts: ['salesforce.com', 'force.com'],
  sentences: [
    { cause: 'step-up-required', when: /^user hasn't approved this consumer$/ },
    { cause: 'credential-revoked', when: /^inactive user$/ },
    { cause: 'quota-exceeded', when: /\btotalrequests limit exceeded\b/ },
    { cause: 'rate-limited', when: /\bconcurrentrequests (?:\([\w ]{1,60}\) )?limit exceeded\b/ },
  ],
  remedies: {
    'step-up-required':
      "Have the user approve the connected app once, or set its policy to pre-authorised users and assign the user's profile.",
    'credential-revoked': 'The user behind it is switched off: activate it, or connect as another one.',
    'quota-exceeded':
      'The allocation covers the last 24 hours. See https://developer.salesforce.com/docs/platform/salesforce-app-limits-cheatsheet/guide/salesforce-app-limits-platform-api.html',
  },
};
