import type { Provider } from './provider.ts';

/**
 * Telegram's Bot API: `error_code` repeats the status and the description tells more. A bot's token is part of the
 * path, so that a 401 means a wrong one and never a missing one; a 403 is always about the chat or the recipient.
 *
 * @see https://github.com/TelegramBotAPI/errors
 * @see https://github.com/vrumger/telegram-errors
 */
export const telegram: Provider = {
  name: 'telegram',
  hosts: ['telegram.org'],
  sentences: [
    {
      cause: 'permission-denied',
      when: /^(?:forbidden: |bad request: (?:not enough rights|have no rights|chat_write_forbidden|channel_private))/,
    },
  ],
  codesAt: /^error_code$/,
  codes: {
    '401': 'credential-invalid',
    '403': 'permission-denied',
    '409': 'request-rejected',
    '429': 'rate-limited',
  },
  remedies: {
    'credential-invalid': 'Get the token of the bot from @BotFather: a new one ends the old one.',
    'permission-denied':
      'Add the bot to the chat with the rights that it needs; a user has to write to it first, and may have blocked it.',
    'rate-limited': 'See https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this',
  },
};
