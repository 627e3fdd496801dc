import type { Provider } from './provider.ts';

/**
 * Apache httpd's own pages, plain or of its multilingual set.
 *
 * @see https://github.com/Ekultek/WhatWaf/issues/1220
 */
export const apache: Provider = {
  name: 'apache',
  wrote: ({ content, body, page, fields }) =>
    content === 'html' &&
    /^apache\b/i.test(fields.get('server') ?? '') &&
    (page?.title === 'Access forbidden!' || /<address>apache/i.test(body.slice(0, 4000))),
  sentences: [
    {
      cause: 'permission-denied',
      when: /^it is either read-protected or not readable by the server/,
      confidence: 'likely',
    },
  ],
  remedies: {
    'permission-denied':
      "This is Apache's own page, the application has not seen the call: its error log names the `Require` rule or the file.",
  },
};
