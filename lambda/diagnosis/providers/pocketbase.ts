import type { Provider, Sentence } from './provider.ts';

const SENTENCES: readonly Sentence[] = [
  { cause: 'request-rejected', when: /^the request can be accessed only by guests\.?$/ },
  {
    cause: 'credential-missing',
    when: /^the request requires valid (?:[a-z]{1,20} ){0,3}authorization token(?: to be set)?\.?$/,
    confidence: 'likely',
  },
];

/**
 * PocketBase, which takes a token that it cannot read for none.
 *
 * @see https://github.com/pocketbase/pocketbase/blob/master/apis/middlewares.go
 */
export const pocketbase: Provider = {
  name: 'pocketbase',
  wrote: ({ messages }) =>
    messages.some(({ path, plain }) => path === 'message' && SENTENCES.some(({ when }) => when.test(plain))),
  sentences: SENTENCES,
  remedies: {
    'credential-missing':
      'PocketBase ignores a token that is wrong or over and then says that there is none: if one is sent, log in again.',
    'request-rejected': 'Leave the token out: the call is for guests alone.',
  },
};
