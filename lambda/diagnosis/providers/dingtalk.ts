import type { Provider } from './provider.ts';

/**
 * DingTalk: dotted words of the new API, numbers of the old one, which come with status 200. Of 60011 and 88 the text
 * and `sub_code` decide. A text without a blank is read as a code.
 *
 * @see https://open.dingtalk.com/document/orgapp-server/add-api-permission
 * @see https://github.com/casdoor/casdoor/pull/4469
 * @see https://github.com/capricornxl/ad-password-self-service/issues/13 (60011)
 * @see https://github.com/open-dingtalk/openapi-demo-java/issues/1 (50004)
 * @see https://github.com/aircodelabs/aircode/issues/46 (addresses)
 */
export const dingtalk: Provider = {
  name: 'dingtalk',
  hosts: ['dingtalk.com'],
  sentences: [
    { cause: 'ip-not-allowed', when: /访问ip不在白名单之中/ },
    { cause: 'scope-missing', when: /没有调用该接口的权限/ },
  ],
  codesAt: /^(?:code|errcode|sub_code|errmsg|sub_msg)$/,
  codes: {
    'forbidden.accessdenied.accesstokenpermissiondenied': 'scope-missing',
    '40089': 'credential-invalid',
    '50004': 'permission-denied',
    '60020': 'ip-not-allowed',
    没有调用该接口的权限: 'scope-missing',
  },
  remedies: {
    'scope-missing':
      'Add the permission to the app in the developer console: https://open.dingtalk.com/document/orgapp-server/add-api-permission',
    'permission-denied': 'Widen the range of departments and people that the app may see, in the developer console.',
    'ip-not-allowed': 'Add the address to the list of the app in the developer console.',
  },
};
