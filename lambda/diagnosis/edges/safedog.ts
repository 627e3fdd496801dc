import type { Edge } from './edge.ts';

/**
 * SafeDog, in web servers on Windows.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/safedog.py
 */
export const safedog: Edge = {
  name: 'safedog',
  marks: [{ body: /safedogsite\/broswer_logo|404\.safedog\.cn/ }],
};
