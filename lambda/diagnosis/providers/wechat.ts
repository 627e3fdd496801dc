import type { Provider } from './provider.ts';

/**
 * WeChat's numbers: its sentences name several causes at once.
 *
 * @see https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html
 * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html (40164)
 * @see https://github.com/chanjarster/weixin-java-tools/issues/117
 */
export const wechat: Provider = {
  name: 'wechat',
  hosts: ['weixin.qq.com'],
  codesAt: /^errcode$/,
  codes: {
    '40001': 'credential-invalid',
    '40013': 'credential-invalid',
    '40014': 'credential-invalid',
    '40125': 'credential-invalid',
    '40164': 'ip-not-allowed',
    '41001': 'credential-missing',
    '42001': 'credential-expired',
    '42007': 'credential-revoked',
    '45009': 'quota-exceeded',
    '45011': 'rate-limited',
    '48001': 'feature-unavailable',
    '50002': 'account-suspended',
    '61004': 'ip-not-allowed',
  },
  remedies: {
    'credential-invalid':
      'Only the latest token counts: look for a second process that fetches its own. See https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html',
    'ip-not-allowed':
      'Add the address to the IP white list of the account: https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html',
    'feature-unavailable':
      'The type of the account has no right to this API, or it is not verified; a user may have been asked for snsapi_base only.',
  },
};
