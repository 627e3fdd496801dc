import type { Edge } from './edge.ts';

/**
 * Anubis weighs who calls by a proof of work; older versions answer with status 200.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/anubis.py
 * @see https://github.com/TecharoHQ/anubis/blob/main/lib/anubis.go
 */
export const anubis: Edge = {
  name: 'anubis',
  marks: [
    { body: /making sure you(?:'|&#39;)re not a bot|<script id="anubis_(?:version|challenge)"/ },
    { body: /\/\.within\.website\/x\/cmd\/anubis\// },
  ],
  says: [['ip-not-allowed', /dronebl reported an entry/]],
  requestId: /error code ([\da-f]{8,64})/,
  remedies: {
    'waf-blocked':
      'It asks browsers for a proof of work that an API client cannot give: the owner has to let it pass by a rule.',
    'ip-not-allowed': 'The page names the public list that has the address; ask for removal there.',
  },
};
