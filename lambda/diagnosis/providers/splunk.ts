import { at } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Splunk's HTTP Event Collector, and what imitates it: numbers beside a few fixed words. 7, an incorrect index, is
 * left out: it stands for one that does not exist and for one that the token may not write to.
 *
 * @see https://help.splunk.com/en/splunk-enterprise/get-data-in/collect-http-event-data/http-event-collector-rest-api-endpoints
 * @see https://github.com/open-telemetry/opentelemetry-collector/issues/7312
 * @see https://github.com/fluent/fluent-bit/pull/12043
 */
export const splunk: Provider = {
  name: 'splunk',
  wrote: ({ path, json }) =>
    path.startsWith('/services/collector') &&
    typeof at(json, 'text') === 'string' &&
    typeof at(json, 'code') === 'number',
  codesAt: /^code$/,
  codes: {
    '1': 'credential-revoked',
    '2': 'credential-missing',
    '3': 'credential-invalid',
    '4': 'credential-invalid',
  },
  remedies: {
    'credential-missing': 'It goes into the header as `Authorization: Splunk` and the token.',
    'credential-invalid':
      'Check the scheme, which is `Authorization: Splunk`, then the token, on this very collector. See https://help.splunk.com/en/splunk-enterprise/get-data-in/collect-http-event-data/http-event-collector-rest-api-endpoints',
    'credential-revoked':
      'A disabled token can be enabled again at `data/inputs/http/{name}/enable`. See https://help.splunk.com/en/splunk-enterprise/get-data-in/collect-http-event-data/http-event-collector-rest-api-endpoints',
  },
};
