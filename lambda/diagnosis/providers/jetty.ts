import type { Provider } from './provider.ts';

const NO_ROLE = /(?:^|\breason: )!(?:role|authorized)\b/;

/**
 * Jetty gives the reason of a missing role as one word; any other reason is the application's.
 *
 * @see https://github.com/ops4j/org.ops4j.pax.web/issues/690
 * @see https://github.com/jetty/jetty.project/issues/15809
 */
export const jetty: Provider = {
  name: 'jetty',
  wrote: ({ body, messages }) =>
    (body.includes('!role') || body.includes('!authorized')) && messages.some(({ plain }) => NO_ROLE.test(plain)),
  sentences: [{ cause: 'permission-denied', when: NO_ROLE }],
  remedies: { 'permission-denied': "Add the role that the application's security constraint names to the user." },
};
