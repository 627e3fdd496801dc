import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * The Maps APIs: the older ones refuse with 200, `status` and `error_message`.
 *
 * @see https://github.com/shukerullah/react-geocode/issues/33 (`REQUEST_DENIED` and what it says)
 * @see https://github.com/googlemaps/google-maps-services-java/pull/708 (`OVER_QUERY_LIMIT` for a day)
 */
export const googleMaps: Provider = {
  name: 'google-maps',
  hosts: [
    'maps.googleapis.com',
    'maps.google.com',
    'places.googleapis.com',
    'roads.googleapis.com',
    'routes.googleapis.com',
  ],
  rule: googleErrors([{ cause: 'quota-exceeded', when: /^you have exceeded your daily request quota for this api/ }]),
  remedies: {
    ...GOOGLE_REMEDIES,
    'account-suspended': 'Link a billing account to the project at https://console.cloud.google.com/billing',
    'feature-unavailable':
      'Each Maps API is enabled by itself, at https://console.cloud.google.com/apis/library - the key may be limited to others.',
  },
};
