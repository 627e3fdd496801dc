import type { Provider } from './provider.ts';

/**
 * WeChat's numbers: its sentences name several causes at once.
 *
 * @see https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html
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
};
