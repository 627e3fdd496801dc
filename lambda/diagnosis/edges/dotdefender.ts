import type { Edge } from './edge.ts';

/**
 * Applicure dotDefender, in the web server itself.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/dotdefender.py
 */
export const dotdefender: Edge = {
  name: 'dotdefender',
  marks: [{ field: ['x-dotdefender-denied', /./] }, { body: /dotdefender blocked your request/ }],
};
