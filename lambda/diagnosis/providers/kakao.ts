import type { Provider } from './provider.ts';

/**
 * Kakao's negative numbers.
 *
 * @see https://developers.kakao.com/docs/latest/en/rest-api/error-code
 */
export const kakao: Provider = {
  name: 'kakao',
  hosts: ['kakao.com'],
  codesAt: /^code$/,
  codes: {
    '-3': 'feature-unavailable',
    '-4': 'account-suspended',
    '-5': 'feature-unavailable',
    '-6': 'request-rejected',
    '-8': 'request-rejected',
    '-9': 'wrong-endpoint',
    '-10': 'quota-exceeded',
    '-11': 'quota-exceeded',
    '-12': 'account-suspended',
    '-401': 'credential-invalid',
    '-501': 'permission-denied',
    '-903': 'credential-invalid',
  },
  remedies: {
    'feature-unavailable':
      'Switch the feature on for the app, or ask for the review that it needs, at https://developers.kakao.com',
    'credential-invalid':
      'Compare key or token with those of the app at https://developers.kakao.com and check the platform registered there.',
  },
};
