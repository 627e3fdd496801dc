import type { Provider } from './provider.ts';

/**
 * Douyin's numbers, new and old.
 *
 * @see https://developer.open-douyin.com/docs/resource/zh-cn/dop/develop/openapi/status-code
 */
export const douyin: Provider = {
  name: 'douyin',
  hosts: ['douyin.com'],
  codes: {
    '2190001': 'quota-exceeded',
    '28001008': 'credential-expired',
    '28001012': 'scope-missing',
    '28001014': 'feature-unavailable',
    '28001016': 'account-suspended',
    '28001018': 'feature-unavailable',
    '28001019': 'account-suspended',
    '28001021': 'feature-unavailable',
    '28001042': 'scope-missing',
    '28001047': 'permission-denied',
    '28001056': 'wrong-endpoint',
    '28003017': 'quota-exceeded',
    '28003018': 'rate-limited',
  },
  remedies: {
    'scope-missing':
      'Have the user authorise the app again with the scope of this call: https://developer.open-douyin.com/docs/resource/zh-cn/dop/develop/openapi/status-code',
  },
};
