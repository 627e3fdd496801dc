import type { Provider } from './provider.ts';

/**
 * Snowflake's numbers, sent as strings.
 *
 * @see https://github.com/snowflakedb/snowflake-connector-python/blob/main/src/snowflake/connector/network.py
 * @see https://github.com/snowflakedb/gosnowflake/issues/160
 * @see https://github.com/emqx/emqx/pull/13960
 */
export const snowflake: Provider = {
  name: 'snowflake',
  hosts: ['snowflakecomputing.com'],
  codesAt: /^code$/,
  codes: {
    '390100': 'credential-invalid',
    '390110': 'credential-expired',
    '390112': 'credential-expired',
    '390114': 'credential-expired',
    '390115': 'credential-invalid',
    '390144': 'credential-invalid',
    '390195': 'credential-invalid',
  },
  remedies: {
    'credential-invalid':
      'For 390144, an administrator looks up the true reason with the id in the brackets of the message; a clock that is off is one of them.',
    'credential-expired': 'Sign in again: a session ends, and its master token after four idle hours.',
  },
};
