import { findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** "Request to X: authentication failed, no access to system resources." */
const REFUSED = /^请求访问：\S{1,300}，认证失败，无法访问系统资源/;

/** Said of no token and of one that is not accepted alike. */
const rule: Rule = (reading) => {
  const message = findMessage(reading, REFUSED);
  return message === undefined
    ? undefined
    : {
        cause: reading.credential.sent === false ? 'credential-missing' : 'credential-invalid',
        confidence: 'likely',
        evidence: [messageEvidence(message)],
      };
};

/**
 * RuoYi and what is built on it; the status is often 200, and `code` 401.
 *
 * @see https://github.com/Devo919/Gewechat/issues/3
 */
export const ruoyi: Provider = {
  name: 'ruoyi',
  wrote: ({ messages }) => messages.some(({ plain }) => REFUSED.test(plain)),
  rule,
};
