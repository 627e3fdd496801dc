import type { Provider } from './provider.ts';

/**
 * MediaWiki's action API, which anyone may run; errors come with status 200. A "token" is always the one against CSRF.
 *
 * @see https://github.com/hexmode/mediawiki-el/issues/7
 * @see https://wiki.giderosmobile.com/index.php?offset=Apierror-ratelimited&title=Special%3AAllMessages
 * @see https://github.com/dracor-org/dracor-api/pull/332 (Wikimedia's edge)
 */
export const mediawiki: Provider = {
  name: 'mediawiki',
  hosts: ['mediawiki.org', 'wikidata.org', 'wikimedia.org', 'wikipedia.org'],
  fields: ['mediawiki-api-error'],
  codesAt: /^(?:error\.code|errors\[\d{1,2}\]\.code|api\.error@code)$/,
  codes: {
    assertbotfailed: 'permission-denied',
    assertnameduserfailed: 'credential-missing',
    assertuserfailed: 'credential-missing',
    autoblocked: 'ip-not-allowed',
    badtoken: 'csrf-rejected',
    noedit: 'permission-denied',
    permissiondenied: 'permission-denied',
    ratelimited: 'rate-limited',
    readapidenied: 'permission-denied',
    readonly: 'request-rejected',
    reauthenticate: 'step-up-required',
  },
  remedies: {
    'csrf-rejected': 'Fetch a token of the right type in the same session, with its cookies, just before the call.',
    'request-rejected': "Wikimedia's sites want a User-Agent that names the tool and a contact: https://w.wiki/4wJS",
  },
};
