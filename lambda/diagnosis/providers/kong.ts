import type { Provider } from './provider.ts';

/**
 * Kong, which puts its name in `server` only when it answers itself.
 *
 * @see https://github.com/Kong/kong/blob/master/kong/plugins/jwt/handler.lua
 * @see https://github.com/Kong/kong/blob/master/kong/plugins/hmac-auth/access.lua
 * @see https://github.com/Kong/kong/blob/master/kong/plugins/oauth2/access.lua
 * @see https://github.com/Kong/kong/issues/3522 (access lists)
 */
export const kong: Provider = {
  name: 'kong',
  fields: [['server', /^kong\b/i]],
  wrote: ({ body }) => body.length < 200 && body.includes('You cannot consume this service'),
  sentences: [
    { cause: 'signature-invalid', when: /^hmac signature (?:cannot be verified|does not match)/ },
    {
      cause: 'credential-invalid',
      when: /^no credentials found for given '|^no mandatory '\w{1,40}' in claims|^bad token; |^unrecognizable token|^multiple tokens provided|^invalid (?:algorithm|key\/secret|signature)$/,
    },
    { cause: 'credential-invalid', when: /^the access token is global, but the current plugin/ },
    { cause: 'credential-invalid', when: /^the access token is invalid or has expired/ },
    { cause: 'permission-denied', when: /^you cannot consume this service/ },
  ],
  remedies: {
    'credential-invalid':
      'The token has to belong to a consumer of this Kong: for JWT, its `iss` is looked up among the credentials.',
    'signature-invalid': 'HMAC needs a `date` or `x-date` header near the clock of the gateway.',
    'permission-denied': "The route's ACL plugin allows groups: add one of them to the consumer.",
    'ip-not-allowed': "The route's ip-restriction plugin lists the addresses.",
  },
};
