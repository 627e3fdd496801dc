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
/** Names of the same kind that are not listed. */
const FIELD = /(?:^|-)(?:request|req|trace|tracking|correlation|transaction|activity|query|debug|log)-?id$/;
const KEYS = new Set(
  'requestid correlationid debugid traceid fbtraceid rid incidentid errorid eventid supportid logid requestuuid reqid activityid accesserrorid logref'.split(
    ' ',
  ),
);
/** In a sentence, after a name for it. */
const IN_TEXT =
  /(?:req(?:uest)?[ _-]?id|support id|rid|incident (?:id|number)|ray id|event id|correlation id|trace id|operation id|error id|reference (?:id|number)|请求id(?:是)?)["'”]?\s?(?:is|:|=|#)?\s?["'“]?((?=[\w.:-]{0,60}\d)[\w.:-]{6,80}[\w-])/i;

/** What the provider's support asks for. */
export function requestIdIn(
  { fields, leaves, messages }: Reading,
  provider: Provider | undefined,
): Pick<Details, 'requestId'> {
  for (const name of [...(provider?.requestIdFields ?? []), ...FIELDS]) {
    const value = fields.get(name);
    if (value !== undefined && value !== '') return { requestId: quote(value) };
  }
  for (const [name, value] of fields) if (FIELD.test(name) && value !== '') return { requestId: quote(value) };
  const [leaf] = leaves
    .filter(({ key, value }) => value !== '' && !/^-?\d{1,6}$/.test(String(value)) && KEYS.has(normaliseKey(key)))
    .sort((a, b) => a.path.split('.').length - b.path.split('.').length || (a.path < b.path ? -1 : 1));
  if (leaf !== undefined) return { requestId: quote(String(leaf.value)) };
  const inText = messages.map(({ text }) => IN_TEXT.exec(text)?.[1]).find((id) => id !== undefined);
  return inText === undefined ? {} : { requestId: inText };
}
