import type { Edge } from './edge.ts';

/**
 * StackPath.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/stackpath.py
 */
export const stackpath: Edge = {
  name: 'stackpath',
  marks: [
    { body: /<title>stackpath|protected by <a href="https?:\/\/(?:www\.)?stackpath\.com/ },
    { body: /an action has triggered the service and blocked your request/ },
  ],
};
