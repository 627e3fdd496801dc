import type { Provider } from './provider.ts';

export const gitlab: Provider = {
  name: 'gitlab',
  hosts: ['gitlab.com'],
  fields: ['x-gitlab-meta'],
};
