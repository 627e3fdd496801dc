import type { Provider, Sentence } from './provider.ts';

/** What its plugins say; most of it is JSON that is sent as plain text. */
const SENTENCES: readonly Sentence[] = [
  { cause: 'credential-missing', when: /^missing jwt token in request|^access key or signature missing/ },
  { cause: 'credential-missing', when: /^missing authentication or identity verification/ },
  { cause: 'credential-invalid', when: /^invalid user key in jwt token|^missing related consumer|^invalid access key/ },
  { cause: 'csrf-rejected', when: /^no csrf (?:token in headers|cookie)|^csrf token mismatch|csrf token signature/ },
  { cause: 'signature-invalid', when: /^clock skew exceeded|^invalid (?:gmt format time|signature|signed header)/ },
  { cause: 'permission-denied', when: /^the (?:consumer_name|service_id|route_id|consumer_group_id) is forbidden/ },
  { cause: 'cors-rejected', when: /^your referer host is not allowed/ },
];

/**
 * Apache APISIX, which puts its name in `server` of every answer, so that only its own sentences show it.
 *
 * @see https://github.com/apache/apisix/blob/master/apisix/plugins/jwt-auth.lua
 * @see https://github.com/apache/apisix/blob/master/apisix/plugins/csrf.lua
 * @see https://github.com/apache/apisix/blob/master/apisix/plugins/hmac-auth.lua
 * @see https://github.com/apache/apisix/blob/master/apisix/plugins/consumer-restriction.lua
 * @see https://github.com/apache/apisix/blob/master/apisix/plugins/referer-restriction.lua
 */
export const apisix: Provider = {
  name: 'apisix',
  wrote: ({ fields, messages }) =>
    /^apisix\b/i.test(fields.get('server') ?? '') &&
    messages.some(({ plain }) => SENTENCES.some(({ when }) => when.test(plain))),
  sentences: SENTENCES,
  remedies: {
    'permission-denied': "The route's consumer-restriction plugin lists who may call.",
    'csrf-rejected': 'The token of the cookie has to come back in the header that the csrf plugin names.',
    'cors-rejected': "The route's referer-restriction plugin lists the hosts.",
  },
};
