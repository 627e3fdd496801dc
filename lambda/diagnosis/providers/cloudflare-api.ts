import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** The address that the token's filter refused, which Cloudflare calls a location. */
const rule: Rule = (reading): Finding | undefined => {
  const message = findMessage(reading, /^cannot use the access token from location/);
  if (message === undefined) return undefined;
  const address = /location: ([\da-f.:]{3,45})/i.exec(message.text)?.[1];
  return {
    cause: 'ip-not-allowed',
    confidence: 'certain',
    evidence: [messageEvidence(message)],
    ...(address !== undefined && { details: { address } }),
  };
};

/**
 * Cloudflare's own API; its edge in front of others is an edge. There is no list of its numbers, and 9109 and 10000
 * have several causes. 10000 stands in `messages` of an answer that is fine, too.
 *
 * @see https://github.com/jeessy2/ddns-go/issues/1341 (location)
 * @see https://github.com/edgefirst-dev/starter/issues/3 (account owned tokens)
 * @see https://github.com/cloudflare/node-cloudflare/issues/99 (free TLDs)
 * @see https://github.com/Ultimate-Multisite/ultimate-multisite/issues/73 (6111)
 * @see https://github.com/cloudflare/terraform-provider-cloudflare/issues/1533
 */
export const cloudflareApi: Provider = {
  name: 'cloudflare-api',
  hosts: ['api.cloudflare.com'],
  rule,
  sentences: [
    { cause: 'credential-invalid', when: /\bdoes not support account owned tokens/ },
    { cause: 'feature-unavailable', when: /^you cannot use this api for domains with/ },
  ],
  codesAt: /^errors\[\d{1,2}\]\./,
  codes: { '6111': 'credential-invalid' },
  requestIdFields: ['cf-ray'],
  remedies: {
    'ip-not-allowed':
      'Add the address, of IPv4 and of IPv6, to the client IP filter of the token: https://dash.cloudflare.com/profile/api-tokens',
    'credential-invalid':
      'Cloudflare says "Authentication error" to a token without the permission too: compare permissions and zones of the token at https://dash.cloudflare.com/profile/api-tokens',
    'scope-missing': 'Edit the permissions of the token at https://dash.cloudflare.com/profile/api-tokens',
  },
};
