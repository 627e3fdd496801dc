import type { Cause } from '../causes.ts';
import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * The status with what comes after its point, as detailed error pages show it.
 *
 * @see https://learn.microsoft.com/en-us/troubleshoot/iis/http-status-code
 */
const SUBSTATUSES: Readonly<Record<string, Cause>> = {
  '401.1': 'credential-invalid',
  '401.3': 'permission-denied',
  '401.7': 'permission-denied',
  '403.1': 'permission-denied',
  '403.2': 'permission-denied',
  '403.3': 'permission-denied',
  '403.4': 'request-rejected',
  '403.5': 'request-rejected',
  '403.6': 'ip-not-allowed',
  '403.7': 'request-rejected',
  '403.9': 'rate-limited',
  '403.10': 'permission-denied',
  '403.14': 'wrong-endpoint',
  '403.16': 'credential-invalid',
  '404.5': 'request-rejected',
  '404.6': 'request-rejected',
  '404.7': 'request-rejected',
  '404.8': 'request-rejected',
  '404.10': 'request-rejected',
  '404.11': 'request-rejected',
  '404.12': 'request-rejected',
  '404.13': 'request-rejected',
  '404.14': 'request-rejected',
  '404.15': 'request-rejected',
};
const SUBSTATUS = /\b(?:http error|detailed error -) (40[134]\.\d{1,2})\b/;

const rule: Rule = (reading): Finding | undefined => {
  const message = findMessage(reading, SUBSTATUS);
  const number = SUBSTATUS.exec(message?.plain ?? '')?.[1];
  if (message === undefined || number === undefined || !Object.hasOwn(SUBSTATUSES, number)) return undefined;
  const cause = SUBSTATUSES[number];
  return cause && { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
};

/**
 * IIS and http.sys, the part of Windows below it. Its short pages come in the server's language.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/rvmode.py (request validation)
 * @see https://github.com/Ekultek/WhatWaf/issues/1404
 * @see https://github.com/Ekultek/WhatWaf/issues/1262
 * @see https://github.com/Ekultek/WhatWaf/issues/502
 */
export const iis: Provider = {
  name: 'iis',
  wrote: ({ content, page }) =>
    content === 'html' &&
    (/^iis [\d.]{1,6} detailed error|^a potentially dangerous request\.|^403 - (?:forbidden: access is denied\.|禁止访问)/i.test(
      page?.title ?? '',
    ) ||
      page?.headings[0] === 'Forbidden URL'),
  rule,
  sentences: [
    { cause: 'request-rejected', when: /^a potentially dangerous request\.\w{3,20} value was detected/ },
    { cause: 'request-rejected', when: /^http error 403\. the request url is forbidden/, confidence: 'likely' },
    { cause: 'permission-denied', when: /^403 - 禁止访问[:：] ?访问被拒绝/, confidence: 'likely' },
  ],
  remedies: {
    'request-rejected':
      'The number after the status names the rule: https://learn.microsoft.com/en-us/troubleshoot/iis/http-status-code',
    'ip-not-allowed': 'The list is under "IP Address and Domain Restrictions" of the site.',
    'permission-denied':
      'The number after the status names the rule: https://learn.microsoft.com/en-us/troubleshoot/iis/http-status-code',
  },
};
