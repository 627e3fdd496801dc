import type { Provider } from './provider.ts';

export const hubspot: Provider = {
  name: 'hubspot',
  hosts: ['hubapi.com'],
  fields: ['x-hubspot-correlation-id'],
};
