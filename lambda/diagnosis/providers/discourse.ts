import type { Provider } from './provider.ts';

/** A list of one text, in quotes that make it no JSON. */
const BAD_CSRF = /^\[['"]bad csrf['"]\]$/;
const INVALID_ACCESS = /^\[error: 'invalid access'\]$/;

/**
 * Discourse, for what it says in bare text.
 *
 * @see https://github.com/discourse/discourse/blob/main/app/controllers/application_controller.rb
 */
export const discourse: Provider = {
  name: 'discourse',
  wrote: ({ body }) => {
    const start = body.slice(0, 64).trim().toLowerCase();
    return BAD_CSRF.test(start) || INVALID_ACCESS.test(start);
  },
  sentences: [
    { cause: 'csrf-rejected', when: /^(?:\[['"])?bad csrf/ },
    { cause: 'permission-denied', when: INVALID_ACCESS, confidence: 'likely' },
  ],
  remedies: {
    'csrf-rejected': 'Send an API key: with a valid one no CSRF token is asked for.',
  },
};
