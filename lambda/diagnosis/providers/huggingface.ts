import type { Provider } from './provider.ts';

/**
 * The Hub has its codes in `x-error-code`; `GatedRepo` and `RepoNotFound` come to strangers and to people alike, so
 * they are left to the sentence.
 *
 * @see https://github.com/huggingface/huggingface_hub/blob/main/src/huggingface_hub/utils/_http.py
 * @see https://huggingface.co/docs/hub/en/security-tokens
 */
export const huggingface: Provider = {
  name: 'huggingface',
  hosts: ['huggingface.co'],
  sentences: [{ cause: 'scope-missing', when: /\bdoes not have sufficient permissions to call inference providers\b/ }],
  remedies: {
    'credential-missing': 'A private, gated or missing repository answers 401 to a call without a token.',
    'scope-missing': "Edit the fine-grained token's permissions: https://huggingface.co/docs/hub/en/security-tokens",
    'permission-denied':
      'For a gated repository, ask for access on its page, with the account that the token belongs to.',
  },
};
