import type { Edge } from './edge.ts';

/**
 * Cloudbric, of Penta Security.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/cloudbric.py
 */
export const cloudbric: Edge = {
  name: 'cloudbric',
  marks: [
    { body: /<title>cloudbric|your request was blocked by cloudbric|cloudbric\.zendesk\.com|cloudbric help center/ },
  ],
};
