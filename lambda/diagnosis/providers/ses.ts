import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Amazon SES: `MessageRejected` stands for an address to verify and for an account that may not send.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/verify-addresses-and-domains.html
 * @see https://github.com/mettle/sendportal/issues/94 (not verified)
 * @see https://github.com/GoodDollar/GoodServer/issues/419 (paused)
 */
export const ses: Provider = {
  name: 'ses',
  hosts: ['email.*.amazonaws.com', 'email.*.amazonaws.com.cn'],
  rule: awsErrors({
    sentences: [
      { cause: 'step-up-required', when: /^email address is not verified/ },
      { cause: 'account-suspended', when: /^sending paused for this account/ },
    ],
  }),
  remedies: {
    ...AWS_REMEDIES,
    'step-up-required':
      'Verify the identities that the message names, in this very region; in the sandbox the recipients count, too: https://docs.aws.amazon.com/ses/latest/dg/verify-addresses-and-domains.html',
    'account-suspended': "AWS paused the account's sending, by its reputation or by its owner: see the console of SES.",
  },
};
