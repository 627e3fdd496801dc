import type { Provider } from './provider.ts';

/**
 * Reddit's block page, which names an address of its own to write to.
 *
 * @see https://github.com/binwiederhier/submonkey/issues/1
 */
export const reddit: Provider = {
  name: 'reddit',
  hosts: ['reddit.com'],
  sentences: [{ cause: 'waf-blocked', when: /^whoa there, pardner!/ }],
  remedies: { 'waf-blocked': 'Write to the mail address that the page names, with the request id in it.' },
};
