import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Recognised by the one refusal that puzzles: a cookie sent along with Basic auth makes Harbor ask for a CSRF token.
 *
 * @see https://github.com/goharbor/harbor/issues/12676
 * @see https://github.com/goharbor/harbor/issues/13570
 */
export const harbor: Provider = {
  name: 'harbor',
  wrote: ({ json }) =>
    textAt(json, 'errors', 0, 'code') === 'FORBIDDEN' && textAt(json, 'errors', 0, 'message') === 'CSRF token invalid',
  remedies: {
    'csrf-rejected':
      'Harbor asks for it as soon as a cookie comes with the call: send no cookies with Basic auth, or send `X-Harbor-CSRF-Token`. See https://github.com/goharbor/harbor/issues/12676',
  },
};
