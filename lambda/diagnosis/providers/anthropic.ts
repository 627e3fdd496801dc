import type { Provider } from './provider.ts';

/**
 * Anthropic refuses with `invalid_request_error` too, status 400: only the sentence tells.
 *
 * @see https://platform.claude.com/docs/en/api/errors
 * @see https://kerlig.com/help/claude/troubleshooting (credit)
 * @see https://github.com/anthropics/claude-code/issues/8046 (credential for Claude Code)
 * @see https://github.com/anthropics/claude-code/issues/65714 (OAuth)
 * @see https://github.com/whoz-oss/coday/issues/110
 */
export const anthropic: Provider = {
  name: 'anthropic',
  hosts: ['anthropic.com'],
  sentences: [
    { cause: 'account-suspended', when: /^this organization has been disabled\b/ },
    { cause: 'scope-missing', when: /\bcredential is only authorized for use with claude code\b/ },
    { cause: 'permission-denied', when: /\boauth authentication is currently not allowed for this organization\b/ },
    { cause: 'quota-exceeded', when: /\bcredit balance is too low\b/ },
  ],
  codes: { billing_error: 'account-suspended' },
  requestIdFields: ['request-id'],
  remedies: {
    'credential-invalid':
      'A key that was revoked or has ended is refused the same way: see it in the Claude Console. See https://platform.claude.com/docs/en/api/errors',
    'scope-missing': 'A token of Claude Code works there alone: create an API key in the Claude Console.',
    'permission-denied':
      "Check the organisation's access and the workspace settings in the Claude Console. See https://platform.claude.com/docs/en/api/errors",
    'account-suspended':
      'Check the payment details in the Claude Console. See https://platform.claude.com/docs/en/api/errors',
    'quota-exceeded':
      'Buy credits or raise the spend limit in the Claude Console. See https://platform.claude.com/docs/en/api/errors',
  },
};
