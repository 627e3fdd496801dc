import type { Edge } from './edge.ts';

/**
 * Akamai's pages carry a reference whose first number is the kind of error: 18 for a denial.
 *
 * @see https://techdocs.akamai.com/application-security/reference/get-error-translator-lookup
 * @see https://www.simplefastwebsites.com/errors/security/akamai-reference-18-access-denied/
 * @see https://github.com/Ekultek/WhatWaf/issues/1465
 */
export const akamai: Edge = {
  name: 'akamai',
  marks: [
    {
      body: /errors\.edgesuite\.net|errors&#46;edgesuite|reference(?:&#32;|\s)(?:&#35;|#)\d{1,3}(?:&#46;|\.)[\da-f]{4,}/,
    },
  ],
  says: [
    ['wrong-endpoint', /\binvalid url\b/],
    ['unknown', /gateway timeout|service unavailable|reference #1\./],
  ],
  requestId: /reference #([\da-f]{1,3}\.[\da-f.]{4,60})/i,
  remedies: {
    'waf-blocked':
      'The owner looks the reference of this page up within 31 days: https://techdocs.akamai.com/application-security/reference/get-error-translator-lookup',
  },
};
