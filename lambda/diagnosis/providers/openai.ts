import type { Provider } from './provider.ts';

export const openai: Provider = {
  name: 'openai',
  hosts: ['openai.com'],
  fields: ['openai-organization'],
};
