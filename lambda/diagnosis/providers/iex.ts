import type { Provider } from './provider.ts';

/**
 * IEX Cloud's text for a token of the other environment.
 *
 * @see https://github.com/iexg/IEX-API/issues/1717
 * @see https://github.com/iexg/IEX-API/issues/1446
 */
export const iex: Provider = {
  name: 'iex',
  hosts: ['iexapis.com'],
  sentences: [
    {
      cause: 'credential-invalid',
      when: /^(?:test tokens may only|production tokens cannot) be used in the sandbox environment\b/,
    },
  ],
  remedies: { 'credential-invalid': 'Test tokens go to sandbox.iexapis.com, all others to cloud.iexapis.com' },
};
