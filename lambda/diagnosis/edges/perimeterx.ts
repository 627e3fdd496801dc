import type { Edge } from './edge.ts';

/**
 * HUMAN's (PerimeterX's) block page, and the JSON that it gives to scripts. Its client script is on ordinary pages too.
 *
 * @see https://docs.rs/crate/perimeterx-fastly-enforcer/2.2.2/source/src/handlers/pxtemplate.rs
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/perimeterx.py
 * @see https://github.com/Ekultek/WhatWaf/issues/47
 */
export const perimeterx: Edge = {
  name: 'perimeterx',
  marks: [
    {
      body: /px-captcha|<title>access to this page has been denied|perimeterx\.(?:com|net)\/whywasiblocked|believe you are using automation tools/,
    },
    { body: /"blockscript": ?"|captcha\.px-c(?:loud|dn)\.net/, json: true },
  ],
  requestId: /reference id\s?:?\s?#?([\da-f]{8}-[\da-f-]{27})/i,
  remedies: { 'waf-blocked': "The reference id of this page finds the decision in the owner's console." },
};
