import type { Provider } from './provider.ts';

/**
 * LINE's Messaging API.
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#response-headers
 */
export const line: Provider = {
  name: 'line',
  hosts: ['line.me'],
  fields: ['x-line-request-id'],
  requestIdFields: ['x-line-request-id'],
  remedies: {
    'rate-limited':
      'The limit counts each endpoint of the channel by itself: https://developers.line.biz/en/reference/messaging-api/#rate-limits',
    'quota-exceeded': 'Choose a plan with more messages: https://developers.line.biz/en/docs/messaging-api/pricing/',
  },
};
