import type { Edge } from './edge.ts';

/**
 * Reblaze.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/reblaze.py
 */
export const reblaze: Edge = {
  name: 'reblaze',
  marks: [{ body: /current session has been terminated|reblaze secure web gateway/ }],
};
