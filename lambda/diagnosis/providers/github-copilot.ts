import type { Provider } from './provider.ts';

/**
 * GitHub Copilot's own API, which answers mostly in plain text.
 *
 * @see https://github.com/github/copilot-cli/issues/18 (feature)
 * @see https://github.com/aaamoon/copilot-gpt4-service/issues/26
 * @see https://github.com/gsd-build/gsd-2/issues/4553
 */
export const githubCopilot: Provider = {
  name: 'github-copilot',
  hosts: ['githubcopilot.com'],
  sentences: [
    { cause: 'credential-expired', when: /^ide token expired\b/ },
    { cause: 'scope-missing', when: /\bpersonal access token does not have\b[^.]{0,40}\bcopilot requests\b/ },
    { cause: 'feature-unavailable', when: /\bnot authorized to use this copilot feature\b/ },
  ],
  requestIdFields: ['x-github-request-id'],
  remedies: {
    'credential-expired':
      'The token lives for a short time: exchange the GitHub token for another one, without a new sign-in.',
    'scope-missing': 'Edit the fine-grained token and add the permission "Copilot Requests".',
    'feature-unavailable': "Look at the account's Copilot plan, then at the organisation's Copilot policies.",
  },
};
