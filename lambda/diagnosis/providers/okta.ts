import type { Provider } from './provider.ts';

export const okta: Provider = {
  name: 'okta',
  hosts: ['okta.com'],
  fields: ['x-okta-request-id'],
};
