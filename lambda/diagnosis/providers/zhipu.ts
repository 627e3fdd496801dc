import type { Provider } from './provider.ts';

/**
 * Zhipu's numbers, sent as strings: its sentences are Chinese or English by host, and an account in arrears comes with
 * status 429.
 *
 * @see https://docs.z.ai/api-reference/api-code
 * @see https://github.com/langgenius/dify/issues/5850 (1113 with 429)
 * @see https://github.com/zhipuai/zhipuai-sdk-python/issues/25 (expired or not correct)
 * @see https://github.com/STranslate/STranslate/issues/670 (1003)
 */
export const zhipu: Provider = {
  name: 'zhipu',
  hosts: ['bigmodel.cn', 'api.z.ai'],
  sentences: [{ cause: 'credential-invalid', when: /令牌已过期或验证不正确/ }],
  codesAt: /^error\.code$/,
  codes: {
    '1000': 'credential-invalid',
    '1001': 'credential-missing',
    '1002': 'credential-invalid',
    '1003': 'credential-expired',
    '1004': 'credential-invalid',
    '1110': 'account-suspended',
    '1112': 'account-suspended',
    '1113': 'account-suspended',
    '1121': 'account-suspended',
    '1211': 'wrong-endpoint',
    '1220': 'permission-denied',
    '1221': 'feature-unavailable',
    '1222': 'wrong-endpoint',
    '1300': 'request-rejected',
    '1301': 'request-rejected',
    '1302': 'rate-limited',
  },
  remedies: {
    'credential-expired':
      'A token that you sign yourself needs an `exp` some minutes ahead: one that is too near counts as expired. See https://docs.z.ai/api-reference/api-code',
    'account-suspended': 'In arrears (1113), top up the account. See https://docs.z.ai/api-reference/api-code',
  },
};
