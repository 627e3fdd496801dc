import type { Edge } from './edge.ts';

/**
 * WP Cerber for WordPress.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/cerber.py
 * @see https://github.com/Ekultek/WhatWaf/issues/59
 */
export const wpCerber: Edge = {
  name: 'wp-cerber',
  marks: [{ body: /your request looks suspicious or similar to automated/ }],
};
