import type { Edge } from './edge.ts';

/**
 * Vercel's firewall: a challenge as a page, a denial as JSON. An application's own answer has neither the field nor
 * such an id.
 *
 * @see https://vercel.com/docs/deployment-protection/methods-to-bypass-deployment-protection/protection-bypass-automation
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/vercel.py
 * @see https://github.com/Kilo-Org/kilocode/issues/14325
 */
export const vercel: Edge = {
  name: 'vercel',
  marks: [
    { field: ['x-vercel-mitigated', /^(?:challenge|deny)/] },
    { body: /vercel security checkpoint/ },
    {
      body: /^\{"error":\{(?:(?:"code":"403"|"message":"forbidden"|"id":"[a-z]{3}\d{1,2}::[\w-]{1,80}"),?){3}\}\}\s{0,4}$/,
      json: true,
    },
  ],
  says: [['waf-blocked', /vercel security checkpoint/]],
  requestId: /"id":"([a-z]{3}\d{1,2}::[\w-]{1,80})"/,
  requestIdFields: ['x-vercel-id'],
  remedies: {
    'waf-blocked':
      'The owner lets automated clients pass with a bypass token: https://vercel.com/docs/deployment-protection/methods-to-bypass-deployment-protection/protection-bypass-automation',
  },
};
