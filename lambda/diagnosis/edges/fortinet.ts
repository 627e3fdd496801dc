import type { Edge } from './edge.ts';

/**
 * FortiGate's web filter, on the caller's side, and FortiWeb, on the server's; also with status 200.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/fortigate.py
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/fortiweb.py
 * @see https://github.com/Ekultek/WhatWaf/issues/513
 */
export const fortinet: Edge = {
  name: 'fortinet',
  marks: [
    {
      body: /url\.fortinet\.net|fortigate application control|fortiguard (?:intrusion|web filtering)|fortiweb|\.fgd_icon/,
    },
    { body: /<title>(?:web filter|application control) violation/ },
  ],
  remedies: {
    'waf-blocked': "A web filter stands on the caller's side: ask the network's administrator to allow the host.",
  },
};
