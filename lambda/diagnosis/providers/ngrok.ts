import type { Cause } from '../causes.ts';
import type { Finding, Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * ngrok's numbers, on pages and in JSON alike.
 *
 * @see https://ngrok.com/docs/errors
 */
const ERRORS: Readonly<Record<string, Cause>> = {
  '108': 'quota-exceeded',
  '115': 'ip-not-allowed',
  '120': 'request-rejected',
  '220': 'ip-not-allowed',
  '1212': 'ip-not-allowed',
  '1806': 'feature-unavailable',
  '3203': 'ip-not-allowed',
  '3208': 'account-suspended',
  '9017': 'feature-unavailable',
  '22001': 'geo-blocked',
};
const NUMBER = /\bERR_NGROK_(\d{2,5})\b/;

const rule: Rule = ({ body }): Finding | undefined => {
  const [code, number = ''] = NUMBER.exec(body.slice(0, 16_000)) ?? [];
  const cause = Object.hasOwn(ERRORS, number) ? ERRORS[number] : undefined;
  if (code === undefined || cause === undefined) return undefined;
  return { cause, confidence: 'certain', evidence: [{ where: 'body', what: code }] };
};

/** ngrok, as the API or as the tunnel in front of one. */
export const ngrok: Provider = {
  name: 'ngrok',
  hosts: ['ngrok.com'],
  wrote: ({ body }) => body.includes('ERR_NGROK_') && NUMBER.test(body.slice(0, 16_000)),
  rule,
  remedies: {
    'ip-not-allowed': 'An IP policy or restriction is set: https://dashboard.ngrok.com/ip-restrictions',
    'account-suspended': 'The account behind this host name is banned: only its owner can settle that.',
  },
};
