import type { Provider, Sentence } from './provider.ts';

const SENTENCES: readonly Sentence[] = [
  // The token is good but not of a recent login.
  { cause: 'step-up-required', when: /^fresh token required$/ },
  { cause: 'credential-invalid', when: /^user claims verification failed$/ },
];

/**
 * Flask-JWT-Extended, for the sentences that nobody else has.
 *
 * @see https://github.com/vimalloc/flask-jwt-extended/blob/master/flask_jwt_extended/default_callbacks.py
 */
export const flaskJwtExtended: Provider = {
  name: 'flask-jwt-extended',
  wrote: ({ messages }) =>
    messages.some(({ path, plain }) => path === 'msg' && SENTENCES.some(({ when }) => when.test(plain))),
  sentences: SENTENCES,
  remedies: {
    'step-up-required': 'Log in with the password again: a token from a refresh is not fresh.',
  },
};
