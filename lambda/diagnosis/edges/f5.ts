import type { Edge } from './edge.ts';

/**
 * F5's application firewalls. Owners rewrite the page but keep the support id: digits, with App Protect a UUID.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/f5bigipasm.py
 * @see https://github.com/C2DH/journal-of-digital-history/issues/581
 */
export const f5: Edge = {
  name: 'f5',
  marks: [
    { body: /the requested url was rejected\. please consult with your administrator/, json: true },
    { body: /your support id is/ },
  ],
  requestId: /support id(?: is)?[:"\s]{1,4}(\d{6,25}|[\da-f]{8}-[\da-f-]{27})/i,
  remedies: { 'waf-blocked': "The support id of this page finds the violation in the firewall's event log." },
};
