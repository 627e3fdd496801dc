import type { Provider } from './provider.ts';

/**
 * Mailchimp: each key belongs to one data centre.
 *
 * @see https://mailchimp.com/developer/marketing/docs/errors/
 * @see https://packagist.org/packages/chimpmatic/mailchimp-api-key-validator (the key's suffix)
 */
export const mailchimp: Provider = {
  name: 'mailchimp',
  hosts: ['mailchimp.com'],
  sentences: [{ cause: 'wrong-endpoint', when: /^wrong ?data ?center$/ }],
  codesAt: /^(?:title|name)$/,
  codes: {
    apikeyinvalid: 'credential-invalid',
    apikeymissing: 'credential-missing',
    userdisabled: 'account-suspended',
    wrongdatacenter: 'wrong-endpoint',
  },
  remedies: {
    'credential-invalid':
      'The suffix of the key names its data centre, which has to be the one in the host, as in us1.api.mailchimp.com. See https://mailchimp.com/developer/marketing/docs/errors/',
    'wrong-endpoint':
      'The suffix of the key names its data centre: call that host, as in us1.api.mailchimp.com. See https://mailchimp.com/developer/marketing/docs/errors/',
  },
};
