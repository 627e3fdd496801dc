import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * The Gemini API, which sees where the call comes from: a worker placed elsewhere is refused.
 *
 * @see https://ai.google.dev/gemini-api/docs/available-regions
 * @see https://github.com/poenl/gemini-api/issues/4 (the caller's egress counts)
 * @see https://github.com/google-gemini/gemini-cli/issues/8437 (quota)
 */
export const gemini: Provider = {
  name: 'gemini',
  hosts: ['generativelanguage.googleapis.com'],
  rule: googleErrors(),
  remedies: {
    ...GOOGLE_REMEDIES,
    'geo-blocked': 'The egress of the caller counts: https://ai.google.dev/gemini-api/docs/available-regions',
    'account-suspended': 'Ask Google Cloud Support about the project: another key of the same project is refused, too.',
  },
};
