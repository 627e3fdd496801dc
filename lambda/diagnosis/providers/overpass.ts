import type { Provider } from './provider.ts';

/**
 * Overpass, which anyone may run: a page with the dispatcher's own words.
 *
 * @see https://github.com/drolbr/Overpass-API/issues/447
 * @see https://github.com/drolbr/Overpass-API/issues/791 (406 without a proper User-Agent)
 */
export const overpass: Provider = {
  name: 'overpass',
  hosts: ['overpass-api.de'],
  wrote: ({ page }) => page?.title === 'OSM3S Response',
  sentences: [{ cause: 'rate-limited', when: /dispatcher_client::request_read_and_idx::rate_limited/ }],
  remedies: {
    'rate-limited': 'Each address has a few slots: /api/status of the server shows when the next one is free.',
    'request-rejected': 'Send a User-Agent and a Referer that name the application.',
  },
};
