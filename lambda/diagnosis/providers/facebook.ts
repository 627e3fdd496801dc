import type { Provider } from './provider.ts';

export const facebook: Provider = {
  name: 'facebook',
  hosts: ['facebook.com', 'instagram.com'],
  fields: ['facebook-api-version'],
};
