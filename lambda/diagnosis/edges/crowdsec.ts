import type { Edge } from './edge.ts';

/**
 * CrowdSec's bouncers ban addresses that a scenario or the community's list names.
 *
 * @see https://github.com/crowdsecurity/lua-cs-bouncer/blob/main/templates/ban.html
 */
export const crowdsec: Edge = {
  name: 'crowdsec',
  marks: [{ body: /<title>crowdsec (?:ban|captcha)|crowdsec access forbidden/ }],
  remedies: {
    'waf-blocked': 'A ban is by address and ends by itself; the owner can delete the decision before that.',
  },
};
