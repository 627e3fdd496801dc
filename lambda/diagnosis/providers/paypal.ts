import type { Provider } from './provider.ts';

export const paypal: Provider = {
  name: 'paypal',
  hosts: ['paypal.com'],
  fields: ['paypal-debug-id'],
};
