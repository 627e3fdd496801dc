import type { Provider } from './provider.ts';

/**
 * SmartThings answers a token that it does not take with the web server's own page.
 *
 * @see https://github.com/atxbyea/samsungrac/issues/126
 */
export const smartthings: Provider = {
  name: 'smartthings',
  hosts: ['smartthings.com'],
  remedies: {
    'credential-invalid': 'A personal token made since 2024-12-30 lives 24 hours: create a new one, or use OAuth.',
  },
};
