import type { Provider } from './provider.ts';

/** @see https://github.com/openai/mle-bench/issues/29 */
export const kaggle: Provider = {
  name: 'kaggle',
  hosts: ['kaggle.com'],
  sentences: [{ cause: 'step-up-required', when: /^you must accept this competition's rules\b/ }],
  remedies: {
    'step-up-required': "Accept the rules on the competition's page, with the account that the key belongs to.",
  },
};
