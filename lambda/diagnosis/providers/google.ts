import { googleErrors, isGoogle } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Every API of Google's without a file of its own.
 *
 * @see https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto
 */
export const google: Provider = {
  name: 'google',
  hosts: ['googleapis.com', 'google.com'],
  wrote: isGoogle,
  rule: googleErrors(),
  remedies: GOOGLE_REMEDIES,
};
