import type { Edge } from './edge.ts';

/**
 * StormWall's error pages load their styles from its own host.
 *
 * @see https://github.com/Ekultek/WhatWaf/issues/1074
 */
export const stormwall: Edge = {
  name: 'stormwall',
  marks: [{ body: /static\.stormwall\.pro\/error_pages/ }],
};
