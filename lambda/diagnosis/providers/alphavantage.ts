import type { Provider } from './provider.ts';

/**
 * What Alpha Vantage sends with status 200 in place of the data, as `Note` or `Information`. A text that names both a
 * minute and a day is about the minute.
 *
 * @see https://github.com/finance-quote/finance-quote/pull/104
 * @see https://github.com/home-assistant/home-assistant.io/pull/31996
 */
export const alphavantage: Provider = {
  name: 'alphavantage',
  hosts: ['alphavantage.co'],
  sentences: [
    { cause: 'feature-unavailable', when: /\bpremium endpoint\b/ },
    { cause: 'rate-limited', when: /\b\d{1,5} (?:api )?(?:calls|requests) per minute\b/ },
    { cause: 'quota-exceeded', when: /\b\d{1,6} (?:api )?(?:calls|requests) per day\b/ },
  ],
  remedies: {
    'rate-limited': 'Plans with more calls: https://www.alphavantage.co/premium/',
    'quota-exceeded': 'Plans without the daily limit: https://www.alphavantage.co/premium/',
    'feature-unavailable': 'Plans that include it: https://www.alphavantage.co/premium/',
  },
};
