import type { Provider } from './provider.ts';

/**
 * Datadog has one word, "Forbidden", for a wrong key, a key of another site and an application key that may not: no
 * rule can tell, but a person can try them in turn.
 *
 * @see https://github.com/arcxp/datadog-service-catalog-metadata-provider/issues/80
 * @see https://github.com/DataDog/datadog-sync-cli/issues/301
 * @see https://github.com/shelfio/datadog-mcp/issues/4 (site)
 */
export const datadog: Provider = {
  name: 'datadog',
  hosts: ['datadoghq.com', 'datadoghq.eu'],
  remedies: {
    unknown:
      'Datadog says the same to a wrong `dd-api-key`, to keys of another site (US, EU, US5 and so on: compare the host) and to an application key without the permission.',
    'permission-denied':
      'Check the site first: keys of one (US, EU, US5 and so on) are refused on the host of another.',
  },
};
