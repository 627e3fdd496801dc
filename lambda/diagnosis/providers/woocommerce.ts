import { codeEvidence, type Finding, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * WooCommerce treats a key that it does not see or know as nobody: "you cannot list resources" with 401 speaks of the
 * credential, with 403 of the user.
 */
const rule: Rule = ({ status, codes }): Finding | undefined => {
  const code = codes.find(({ value }) => value.startsWith('woocommerce_rest_cannot_'));
  if (code === undefined || (status !== 401 && status !== 403)) return undefined;
  return {
    cause: status === 401 ? 'credential-missing' : 'permission-denied',
    confidence: 'likely',
    evidence: [codeEvidence(code)],
  };
};

/**
 * WooCommerce, a plugin of WordPress, says `woocommerce_rest_authentication_error` for several causes.
 *
 * @see https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-rest-authentication.php
 * @see https://github.com/woocommerce/woocommerce/issues/13869
 */
export const woocommerce: Provider = {
  name: 'woocommerce',
  fields: [['www-authenticate', /realm="woocommerce api/i]],
  wrote: ({ codes }) => codes.some(({ path, value }) => path === 'code' && value.startsWith('woocommerce_rest_')),
  rule,
  sentences: [
    { cause: 'scope-missing', when: /\bapi key provided does not have (?:read|write) permissions\b/ },
    { cause: 'scope-missing', when: /\bprovided api key cannot be used to access this endpoint\b/ },
    { cause: 'wrong-endpoint', when: /^unknown request method\b/ },
  ],
  codes: { woocommerce_rest_authentication_missing_parameter: 'credential-missing' },
  remedies: {
    'credential-missing':
      'Keys go as HTTP Basic over HTTPS only; where the server strips the header, send consumer_key and consumer_secret in the query. See https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    'scope-missing': "Edit the key's permissions among the REST API keys of WooCommerce's settings.",
  },
};
