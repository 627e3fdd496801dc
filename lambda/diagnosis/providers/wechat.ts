import type { Cause } from '../causes.ts';
import { codeEvidence, type Finding, type Rule } from '../finding.ts';

/** @see https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html */
const WECHAT: Readonly<Record<string, Cause>> = {
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
};

/** WeChat's numbers: its sentences name several causes at once. */
export const wechat: Rule = ({ host, codes }): Finding | undefined => {
  if (!host.endsWith('.weixin.qq.com')) return undefined;
  const code = codes.find(({ path, value }) => path === 'errcode' && Object.hasOwn(WECHAT, value));
  const cause = code === undefined ? undefined : WECHAT[code.value];
  return code === undefined || cause === undefined
    ? undefined
    : { cause, confidence: 'certain', evidence: [codeEvidence(code)] };
};
