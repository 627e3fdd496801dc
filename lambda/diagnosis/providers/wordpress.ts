import type { Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

const FAULT = /<name>faultCode<\/name>\s{0,20}<value>\s{0,20}<(?:int|i4)>(\d{1,4})</;

/** XML-RPC answers with status 200 in the site's language: only the number of the fault tells. */
const rule: Rule = ({ content, body, path }) => {
  if (content !== 'xml' || !path.endsWith('/xmlrpc.php')) return undefined;
  const fault = FAULT.exec(body.slice(0, 8192))?.[1];
  const cause = fault === '403' ? 'credential-invalid' : fault === '405' ? 'feature-unavailable' : undefined;
  return cause && { cause, confidence: 'likely', evidence: [{ where: 'body faultCode', what: String(fault) }] };
};

/**
 * WordPress: its REST API, and XML-RPC.
 *
 * @see https://developer.wordpress.org/rest-api/authentication/
 * @see https://github.com/WordPress/WordPress/blob/master/wp-includes/class-wp-xmlrpc-server.php
 */
export const wordpress: Provider = {
  name: 'wordpress',
  wrote: ({ path, codes }) =>
    /\/wp-json\/|\/xmlrpc\.php$/.test(path) ||
    codes.some((code) => code.path === 'code' && code.value.startsWith('rest_cookie_')),
  rule,
  codesAt: /^code$/,
  codes: { rest_cookie_invalid_nonce: 'csrf-rejected' },
  remedies: {
    'csrf-rejected':
      'Get a new nonce and send it as `X-WP-Nonce`, or log in with an application password in place of the cookie: https://developer.wordpress.org/rest-api/authentication/',
    'credential-missing':
      'A cookie without `X-WP-Nonce` counts as no login at all; scripts send an application password: https://developer.wordpress.org/rest-api/authentication/',
    'credential-invalid':
      'Create an application password under Users › Edit User: https://developer.wordpress.org/rest-api/authentication/',
    'permission-denied':
      "Raise the user's role. A call without login gets the same words, so see that the credential arrives.",
    'feature-unavailable': 'XML-RPC is switched off on this site; use the REST API or ask whoever runs it.',
  },
};
