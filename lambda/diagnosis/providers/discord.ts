import type { Provider } from './provider.ts';

/**
 * Discord's numbers. 40333 calls itself a network error, but its edge refuses the User-Agent of a bot that poses as a
 * browser.
 *
 * @see https://discord.js.org/docs/packages/discord.js/14.17.3/RESTJSONErrorCodes:Enum
 * @see https://github.com/discord/discord-api-docs/issues/6473
 */
export const discord: Provider = {
  name: 'discord',
  hosts: ['discord.com', 'discordapp.com'],
  fields: ['x-discord-request-id'],
  codesAt: /^code$/,
  codes: {
    '20001': 'credential-invalid',
    '20002': 'credential-invalid',
    '20016': 'rate-limited',
    '20022': 'rate-limited',
    '20028': 'rate-limited',
    '40001': 'credential-invalid',
    '40002': 'step-up-required',
    '40333': 'waf-blocked',
    '50001': 'permission-denied',
    '50007': 'permission-denied',
    '50009': 'permission-denied',
    '50013': 'permission-denied',
    '50101': 'feature-unavailable',
    '50178': 'step-up-required',
    '110001': 'feature-unavailable',
    '160002': 'permission-denied',
  },
  remedies: {
    'permission-denied': 'Add the bot to the server, or give its role the permission.',
    'waf-blocked':
      "Send a User-Agent of the form 'DiscordBot (url, version)'. See https://github.com/discord/discord-api-docs/issues/6473",
    'step-up-required': 'The owner of the account has to confirm the mail address or phone number in the app.',
  },
};
