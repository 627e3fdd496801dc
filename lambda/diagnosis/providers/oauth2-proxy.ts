import type { Provider } from './provider.ts';

const SIGN_IN = /^you need to be logged in to access this resource\.?$/;
const FORBIDDEN = /^you do not have permission to access this resource\.?$/;

/**
 * OAuth2 Proxy in front of an application.
 *
 * @see https://github.com/oauth2-proxy/oauth2-proxy/blob/master/pkg/app/pagewriter/error_page.go
 */
export const oauth2Proxy: Provider = {
  name: 'oauth2-proxy',
  wrote: ({ content, body, messages }) =>
    content === 'html' &&
    /oauth2[ -]proxy/i.test(body.slice(0, 16_000)) &&
    messages.some(({ plain }) => SIGN_IN.test(plain) || FORBIDDEN.test(plain)),
  sentences: [
    { cause: 'credential-missing', when: SIGN_IN },
    { cause: 'permission-denied', when: FORBIDDEN },
  ],
  remedies: {
    'credential-missing':
      'It lets browsers with its cookie pass; for an API client, its administrator enables bearer tokens or exempts the path.',
    'permission-denied': 'Its options list the mail addresses, domains and groups that may pass.',
  },
};
