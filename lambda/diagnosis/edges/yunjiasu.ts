import type { Edge } from './edge.ts';

/**
 * Baidu's Yunjiasu.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/baidu.py
 */
export const yunjiasu: Edge = {
  name: 'yunjiasu',
  marks: [{ body: /\/\.well-known\/yunjiasu-cgi\/|document\.cookie='yjs_use_ob=0/ }],
};
