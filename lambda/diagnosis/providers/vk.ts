import type { Provider } from './provider.ts';

/**
 * VK's numbers. They come with status 200, and `request_params` beside them repeats the request, so that only
 * `error_code` counts. Number 5 stands for several causes, which its sentence tells.
 *
 * @see https://github.com/VKCOM/vk-api-schema/blob/master/errors.json
 * @see https://dev.vk.com/ru/api/captcha-error
 */
export const vk: Provider = {
  name: 'vk',
  hosts: ['vk.com'],
  sentences: [
    { cause: 'ip-not-allowed', when: /access_token was given to another ip address/ },
    { cause: 'credential-revoked', when: /user revoked? access for this token/ },
    { cause: 'account-suspended', when: /^user was (?:deleted or )?banned/, confidence: 'likely' },
  ],
  codesAt: /^error\.error_code$/,
  codes: {
    '2': 'account-suspended',
    '3': 'wrong-endpoint',
    '4': 'signature-invalid',
    '5': 'credential-invalid',
    '6': 'rate-limited',
    '7': 'permission-denied',
    '9': 'rate-limited',
    '14': 'step-up-required',
    '15': 'permission-denied',
    '16': 'request-rejected',
    '17': 'step-up-required',
    '20': 'feature-unavailable',
    '21': 'feature-unavailable',
    '23': 'wrong-endpoint',
    '24': 'step-up-required',
    '25': 'step-up-required',
    '27': 'credential-invalid',
    '28': 'credential-invalid',
    '29': 'rate-limited',
    '30': 'permission-denied',
    '34': 'wrong-endpoint',
    '35': 'wrong-endpoint',
    '38': 'credential-invalid',
    '41': 'step-up-required',
    '42': 'ip-not-allowed',
    '101': 'credential-invalid',
    '103': 'quota-exceeded',
    '150': 'signature-invalid',
    '200': 'permission-denied',
    '201': 'permission-denied',
    '203': 'permission-denied',
    '204': 'permission-denied',
    '205': 'permission-denied',
    '210': 'permission-denied',
    '211': 'permission-denied',
    '212': 'permission-denied',
    '213': 'permission-denied',
    '214': 'permission-denied',
    '500': 'permission-denied',
    '600': 'permission-denied',
    '601': 'quota-exceeded',
    '703': 'step-up-required',
    '704': 'step-up-required',
  },
  remedies: {
    'ip-not-allowed': 'Get the token from the machine that uses it: VK binds it to that address.',
    'permission-denied':
      'Check the access rights that the token was asked for: https://dev.vk.com/reference/access-rights',
    'step-up-required':
      'Open the redirect_uri of the answer in a browser as that user. See https://dev.vk.com/ru/api/captcha-error',
  },
};
