import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * YouTube's APIs. Its reasons stand among Google's, since most calls go to `www.googleapis.com`.
 *
 * @see https://developers.google.com/youtube/v3/docs/errors
 */
export const youtube: Provider = {
  name: 'youtube',
  hosts: [
    'youtube.googleapis.com',
    'content-youtube.googleapis.com',
    'youtubeanalytics.googleapis.com',
    'youtubereporting.googleapis.com',
  ],
  rule: googleErrors(),
  remedies: {
    ...GOOGLE_REMEDIES,
    'feature-unavailable':
      'Enable the API for the project at https://console.cloud.google.com/apis/library and see that the Google account has a YouTube channel, which a service account never has.',
  },
};
