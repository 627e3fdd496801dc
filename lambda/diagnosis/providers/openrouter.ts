import type { Provider } from './provider.ts';

/**
 * OpenRouter passes on what the provider behind it said, in `metadata.raw`; a key has a limit of its own.
 *
 * @see https://github.com/plandex-ai/plandex/issues/270 (`metadata.raw`)
 * @see https://github.com/orbi-build/orbi/issues/561
 */
export const openrouter: Provider = {
  name: 'openrouter',
  hosts: ['openrouter.ai'],
  sentences: [{ cause: 'quota-exceeded', when: /^key limit exceeded\b/ }],
  remedies: {
    'quota-exceeded': "Raise the key's own limit at https://openrouter.ai/keys",
    'geo-blocked':
      'The provider behind OpenRouter refuses, not OpenRouter: `metadata.provider_name` names it, and another may serve.',
  },
};
