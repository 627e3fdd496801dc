import { codeEvidence, type Rule } from '../finding.ts';
import { at } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * -401 is an invalid request; with `ga_data` it is the crawler defence, which asks for a captcha. -403 says "no access"
 * also where only the signature of the query is missing.
 */
const rule: Rule = ({ codes, json }) => {
  const code = codes.find(({ path }) => path === 'code');
  if (code?.value === '-401' && at(json, 'data', 'ga_data') !== undefined) {
    return { cause: 'waf-blocked', confidence: 'certain', evidence: [codeEvidence(code)] };
  }
  return code?.value === '-403'
    ? { cause: 'permission-denied', confidence: 'likely', evidence: [codeEvidence(code)] }
    : undefined;
};

/**
 * Bilibili's negative numbers, with status 200.
 *
 * @see https://github.com/SocialSisterYi/bilibili-API-collect/blob/master/docs/misc/errcode.md
 * @see https://github.com/Nemo2011/bilibili-api/issues/435 (-401)
 * @see https://github.com/SocialSisterYi/bilibili-API-collect/issues/872 (-352)
 * @see https://github.com/ipcjs/bilibili-helper/issues/725 (-10403)
 */
export const bilibili: Provider = {
  name: 'bilibili',
  hosts: ['bilibili.com'],
  rule,
  sentences: [{ cause: 'geo-blocked', when: /您所在地区不可观看/ }],
  codesAt: /^code$/,
  codes: {
    '-2': 'credential-invalid',
    '-4': 'permission-denied',
    '-101': 'credential-missing',
    '-102': 'account-suspended',
    '-108': 'step-up-required',
    '-110': 'step-up-required',
    '-111': 'csrf-rejected',
    '-113': 'step-up-required',
    '-114': 'step-up-required',
    '-115': 'step-up-required',
    '-352': 'waf-blocked',
    '-405': 'wrong-endpoint',
    '-412': 'waf-blocked',
    '-509': 'rate-limited',
    '-629': 'credential-invalid',
    '-650': 'permission-denied',
    '-658': 'credential-expired',
    '-688': 'geo-blocked',
    '-799': 'rate-limited',
  },
  remedies: {
    'waf-blocked':
      'Call less often, and with the Referer, User-Agent and cookies of a browser. See https://github.com/SocialSisterYi/bilibili-API-collect/issues/872',
    'permission-denied':
      'For -403, check first that the query is signed (w_rid and wts): https://github.com/SocialSisterYi/bilibili-API-collect/issues/682',
  },
};
