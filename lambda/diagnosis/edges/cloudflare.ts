import type { Edge } from './edge.ts';

/** One of Cloudflare's numbers, as its pages ("Error 1020"), its bare text ("error code: 1020") and its JSON show it. */
function numbered(numbers: string): RegExp {
  return new RegExp(`\\berror (?:code: )?(?:${numbers})\\b|error_code\\\\?": ?(?:${numbers})\\b`);
}

/**
 * Cloudflare's block pages, challenges and errors from 1000 to 1199; the client's `Accept` decides between HTML, text
 * and JSON. Its script for all pages (`challenge-platform/scripts`) marks no challenge, only `orchestrate` does.
 *
 * @see https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/
 * @see https://github.com/cloudflare/cloudflare-docs/blob/production/src/content/docs/support/troubleshooting/cloudflare-errors/troubleshooting-cloudflare-1xxx-errors.mdx
 * @see https://developers.cloudflare.com/cloudflare-challenges/challenge-types/javascript-detections/
 * @see https://github.com/diegosouzapw/OmniRoute/issues/8775 (JSON)
 */
export const cloudflare: Edge = {
  name: 'cloudflare',
  marks: [
    { field: ['cf-mitigated', /challenge/] },
    {
      body: /attention required! \| cloudflare|cf-error-details|cf-wrapper|_cf_chl_|cf_chl_opt|challenge-platform\/h\/\w{1,3}\/orchestrate|^error code: 1\d{3}|cloudflare ray id|<title>just a moment\.\.\.|performance &(?:amp;)? security by|cloudflare to restrict access|error 1\d{3}<\/title>|\| cloudflare<\/title>/,
    },
    {
      body: /"cloudflare_error": ?true|"type": ?"https:\/\/developers\.cloudflare\.com\/[a-z/-]{1,80}\/error-1\d{3}/,
      json: true,
    },
    // Relays put it as a string into an answer of their own.
    { body: /browser_signature_banned|\\"cloudflare_error\\": ?true/, json: true, likely: true },
  ],
  says: [
    ['rate-limited', numbered('1015')],
    ['ip-not-allowed', numbered('100[5678]|1106')],
    ['geo-blocked', numbered('1009')],
    ['cors-rejected', numbered('1011')],
    ['wrong-endpoint', numbered('100[0-4]|101[348]|1023|1034')],
    ['unknown', numbered('101[69]|1025|1033|103[567]|104[01]|110[12]|1200|5[0-3]\\d')],
  ],
  requestId: /ray id: ?([\da-f]{16})\b/i,
  requestIdFields: ['cf-ray'],
  remedies: {
    'waf-blocked':
      "The owner finds the Ray ID under Security > Events and adds a skip rule; error 1010 is about the client's User-Agent. See https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/",
    'ip-not-allowed':
      'The owner edits the IP Access rules: https://developers.cloudflare.com/waf/tools/ip-access-rules/',
    'geo-blocked': 'The owner edits the IP Access rules: https://developers.cloudflare.com/waf/tools/ip-access-rules/',
    'rate-limited':
      "The limit is a rule of the site's owner: https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/",
    'cors-rejected':
      'The owner forbids use from other sites: https://developers.cloudflare.com/waf/tools/scrape-shield/hotlink-protection/',
    'wrong-endpoint':
      'Cloudflare does not serve this host name: https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  },
};
