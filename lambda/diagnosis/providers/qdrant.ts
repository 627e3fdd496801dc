import type { Provider } from './provider.ts';

/**
 * @see https://github.com/qdrant/qdrant-client/issues/127
 */
export const qdrant: Provider = {
  name: 'qdrant',
  hosts: ['qdrant.io'],
  sentences: [{ cause: 'credential-invalid', when: /^key doesn't exist\b/ }],
  remedies: { 'credential-invalid': 'Compare the key with those of this very cluster in the Qdrant Cloud console.' },
};
