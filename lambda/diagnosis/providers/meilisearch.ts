import type { Provider } from './provider.ts';

/**
 * Meilisearch links each error to its documentation.
 *
 * @see https://github.com/meilisearch/specifications/blob/develop/text/0061-error-format-and-definitions.md
 * @see https://meilisearch.com/docs/reference/errors/overview
 */
export const meilisearch: Provider = {
  name: 'meilisearch',
  wrote: ({ links }) => links.some((link) => /^https:\/\/(?:docs|www)\.meilisearch\.com\//.test(link)),
  codes: { missing_authorization_header: 'credential-missing' },
  remedies: {
    'credential-missing': 'It goes into the header as `Authorization: Bearer`; before 0.25 it was `X-Meili-API-Key`.',
    'credential-invalid': 'Before 0.25 the key went into `X-Meili-API-Key`, since then into `Authorization: Bearer`.',
  },
};
