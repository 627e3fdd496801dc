import type { Provider } from './provider.ts';

export const notion: Provider = {
  name: 'notion',
  hosts: ['notion.com'],
  fields: ['x-notion-request-id'],
};
