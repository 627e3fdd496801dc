import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Search Console and the Indexing API, where a site has owners of its own.
 *
 * @see https://github.com/goenning/google-indexing-script/issues/13
 */
export const googleSearchConsole: Provider = {
  name: 'google-search-console',
  hosts: ['indexing.googleapis.com', 'searchconsole.googleapis.com'],
  rule: googleErrors(),
  remedies: {
    ...GOOGLE_REMEDIES,
    'permission-denied':
      "Add the service account's mail address as Owner of the very property, http and https being two, under Settings, Users and permissions in https://search.google.com/search-console",
  },
};
