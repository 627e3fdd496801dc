import type { Provider } from './provider.ts';

/**
 * Baidu's AI APIs, whose numbers tell more than their sentences: 100 says "Invalid parameter" of the access token.
 *
 * @see https://ai.baidu.com/ai-doc/BML/Hkhzv1j2k
 * @see https://ai.baidu.com/ai-doc/BODY/mk4qt2wpt
 * @see https://cloud.baidu.com/doc/qianfan/s/Qmh4su56e
 */
export const baiduCloud: Provider = {
  name: 'baidu-cloud',
  hosts: ['baidubce.com'],
  sentences: [{ cause: 'feature-unavailable', when: /^no permission to use the model/ }],
  codesAt: /^error_code$/,
  codes: {
    '3': 'wrong-endpoint',
    '4': 'rate-limited',
    '6': 'feature-unavailable',
    '13': 'credential-invalid',
    '14': 'credential-invalid',
    '15': 'credential-invalid',
    '17': 'quota-exceeded',
    '18': 'rate-limited',
    '19': 'quota-exceeded',
    '100': 'credential-invalid',
    '110': 'credential-invalid',
    '111': 'credential-expired',
    '216102': 'wrong-endpoint',
    '216110': 'credential-invalid',
  },
  remedies: {
    'credential-invalid': 'Fetch a new access token with API key and secret key of the app: one lives 30 days.',
    'credential-expired': 'Fetch a new access token with API key and secret key of the app: one lives 30 days.',
    'feature-unavailable': 'Tick this API for the app in the console; it counts for tokens fetched after that.',
  },
};
