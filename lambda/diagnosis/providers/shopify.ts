import type { Provider } from './provider.ts';

export const shopify: Provider = {
  name: 'shopify',
  hosts: ['myshopify.com'],
  fields: ['x-shopid'],
};
