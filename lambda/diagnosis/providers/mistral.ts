import type { Provider } from './provider.ts';

/**
 * Mistral says no more than "Unauthorized" to a key of its other platform.
 *
 * @see https://github.com/RooCodeInc/Roo-Code/issues/515
 */
export const mistral: Provider = {
  name: 'mistral',
  hosts: ['mistral.ai'],
  remedies: {
    'credential-invalid': 'Keys of Codestral and of the platform differ: each works on its own host alone.',
  },
};
