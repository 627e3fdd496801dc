import type { Provider } from './provider.ts';

/**
 * WeCom, whose numbers partly differ from WeChat's. Its sentences may change, as its documentation says.
 *
 * @see https://work.weixin.qq.com/api/doc/90000/90139/90313
 * @see https://static.kancloud.cn/dabashan/qiwei/2376083
 * @see https://github.com/Micro-sheep/wechat_work/issues/3 (60020)
 */
export const wecom: Provider = {
  name: 'wecom',
  hosts: ['work.weixin.qq.com', 'qyapi.weixin.qq.com'],
  codesAt: /^errcode$/,
  codes: {
    '40001': 'credential-invalid',
    '40014': 'credential-invalid',
    '41001': 'credential-missing',
    '42001': 'credential-expired',
    '42009': 'credential-expired',
    '45009': 'rate-limited',
    '45033': 'rate-limited',
    '48002': 'permission-denied',
    '48005': 'wrong-endpoint',
    '48006': 'feature-unavailable',
    '49004': 'signature-invalid',
    '50001': 'request-rejected',
    '50002': 'permission-denied',
    '50003': 'account-suspended',
    '60011': 'permission-denied',
    '60020': 'ip-not-allowed',
  },
  remedies: {
    'ip-not-allowed':
      'Add the address to the trusted addresses of the app (企业可信IP) in the admin console; https://open.work.weixin.qq.com/devtool/query?e=60020 explains it.',
    'permission-denied':
      'Some calls take the token of one built-in app only, or of apps on its list: https://open.work.weixin.qq.com/devtool/query?e=48002',
    'credential-invalid': 'The secret belongs to one app: compare it in the admin console.',
  },
};
