import type { Details } from '../diagnosis.ts';
import { quote } from '../finding.ts';
import type { Provider } from '../providers/provider.ts';
import { normaliseKey } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';

/** Usual names, those of an application before those of the edge in front of it. */
const FIELDS = [
  'request-id',
  'x-request-id',
  'x-requestid',
  'x-correlation-id',
  'x-correlationid',
  'x-trace-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'apigw-requestid',
  'x-ms-request-id',
  'x-goog-request-id',
  'x-transaction-id',
  'x-openstack-request-id',
  'x-compute-request-id',
  'x-azure-ref',
  'x-amz-cf-id',
  'cf-ray',
] as const;
const KEYS = new Set(
  'requestid correlationid debugid traceid fbtraceid rid incidentid errorid eventid supportid logid'.split(' '),
);

/** What the provider's support asks for. */
export function requestIdIn({ fields, leaves }: Reading, provider: Provider | undefined): Pick<Details, 'requestId'> {
  for (const name of [...(provider?.requestIdFields ?? []), ...FIELDS]) {
    const value = fields.get(name);
    if (value !== undefined && value !== '') return { requestId: quote(value) };
  }
  const leaf = leaves.find(({ key, value }) => value !== '' && KEYS.has(normaliseKey(key)));
  return leaf === undefined ? {} : { requestId: quote(String(leaf.value)) };
}
