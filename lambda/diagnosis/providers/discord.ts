import type { Provider } from './provider.ts';

export const discord: Provider = {
  name: 'discord',
  hosts: ['discord.com', 'discordapp.com'],
  fields: ['x-discord-request-id'],
};
