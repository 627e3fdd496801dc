import type { Provider } from './provider.ts';

export const stripe: Provider = {
  name: 'stripe',
  hosts: ['stripe.com'],
  fields: ['stripe-version'],
};
