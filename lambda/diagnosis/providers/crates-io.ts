import type { Provider } from './provider.ts';

/**
 * Cargo gets 200 with `errors`: what the detail says counts.
 *
 * @see https://github.com/rust-lang/crates.io/blob/main/src/util/errors.rs
 * @see https://github.com/rust-lang/crates.io/blob/main/src/util/errors/json.rs
 */
export const cratesIo: Provider = {
  name: 'crates-io',
  hosts: ['crates.io'],
  sentences: [
    {
      cause: 'scope-missing',
      when: /re-authenticate on crates\.io to grant permission to read github/,
      confidence: 'likely',
    },
  ],
  remedies: {
    'credential-missing': 'Tokens are at https://crates.io/me',
    'credential-invalid': 'Create a new token at https://crates.io/me',
    'credential-revoked': 'Create a new token at https://crates.io/me',
    'credential-expired': 'Create a new token at https://crates.io/me',
    'scope-missing':
      'What falls short is the GitHub grant behind the login: sign in to crates.io again and let it read the memberships in organisations.',
    'rate-limited': 'To have the limit raised, write to help@crates.io',
  },
};
