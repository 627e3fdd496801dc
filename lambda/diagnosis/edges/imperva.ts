import type { Edge } from './edge.ts';

/**
 * Imperva's (Incapsula's) frame around its block page or challenge. Its script alone is on ordinary pages too.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/incapsula.py
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/securesphere.py
 * @see https://github.com/webrecorder/browsertrix-crawler/issues/1135 (ordinary pages)
 * @see https://github.com/ziplokk1/incapsula-cracker-py3/issues/32
 */
export const imperva: Edge = {
  name: 'imperva',
  marks: [
    { body: /incapsula incident id|powered by[^<]{0,40}(?:incapsula|imperva)|window\.isimpervaspasupport/ },
    { body: /<iframe[^>]{0,80}src="\/_incapsula_resource/ },
    { body: /this page can(?:'|&#39;)t be displayed\. contact support for additional information/ },
  ],
  requestId: /incident id(?: is)?[:\s]{1,3}(\d[\d-]{8,60})/i,
  remedies: { 'waf-blocked': "The incident id of this page finds the event in the owner's Imperva console." },
};
