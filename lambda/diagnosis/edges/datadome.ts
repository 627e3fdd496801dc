import type { Edge } from './edge.ts';

/**
 * DataDome's page and its JSON for scripts, which both lead to a CAPTCHA. `x-datadome` alone proves nothing: it is on
 * the answers that passed too.
 *
 * @see https://github.com/psf/requests/issues/5331
 * @see https://docs.capsolver.com/en/guide/captcha/datadome (`t=bv` is a banned address)
 */
export const datadome: Edge = {
  name: 'datadome',
  marks: [
    { body: /captcha-delivery\.com|dataaccess@datadome\.co|ct\.datado\.me/, json: true },
    { field: ['x-datadome', /blocked/] },
  ],
  remedies: {
    'waf-blocked': 'A person has to pass its CAPTCHA; for an API client, the owner adds an exception.',
  },
};
