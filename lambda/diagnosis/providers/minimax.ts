import type { Provider } from './provider.ts';

/**
 * MiniMax's numbers, in `base_resp` or in brackets at the end of a sentence. 1004 covers both a missing and a wrong
 * credential.
 *
 * @see https://platform.minimax.io/docs/api-reference/errorcode
 * @see https://github.com/steipete/CodexBar/issues/1326 (1004)
 * @see https://github.com/nearai/ironclaw/issues/1742
 */
export const minimax: Provider = {
  name: 'minimax',
  hosts: ['api.minimax.io', 'api.minimaxi.com', 'api.minimax.chat'],
  sentences: [
    { cause: 'credential-missing', when: /\bcookie is missing\b/ },
    { cause: 'credential-invalid', when: /\btoken not match group\b|\(2049\)$/ },
    { cause: 'quota-exceeded', when: /\(1008\)$/ },
    { cause: 'rate-limited', when: /\((?:1002|1039|1041)\)$/ },
  ],
  codesAt: /^base_resp\.status_code$/,
  codes: {
    '1002': 'rate-limited',
    '1008': 'quota-exceeded',
    '1026': 'request-rejected',
    '1027': 'request-rejected',
    '1039': 'rate-limited',
    '1041': 'rate-limited',
    '2049': 'credential-invalid',
  },
  remedies: {
    'credential-invalid':
      'A key that begins with `sk-cp-` works on the coding plan alone. See https://platform.minimax.io/docs/api-reference/errorcode',
    'quota-exceeded':
      'A key that begins with `sk-api-` draws on the Balance, one with `sk-cp-` on the Credits: top up the right one. See https://platform.minimax.io/docs/api-reference/errorcode',
  },
};
