import type { Details, DiagnosisContext } from './diagnosis.ts';
import type { Finding } from './finding.ts';
import { quote } from './finding.ts';
import { providerOf } from './provider.ts';
import { withImpliedScopes } from './providers/github.ts';
import { at } from './reading/json.ts';
import { grantedScopes, requiredScopes, splitScopes } from './reading/scopes.ts';
import { delayIn, resetTime, retryAfterSeconds, timeIn } from './reading/times.ts';
import type { Reading } from './reading.ts';
import { hasNothingLeft } from './rules/limits.ts';

/** What the response states beyond its cause; every field is left out where the response does not state it. */
export function detailsOf(reading: Reading, finding: Finding | undefined, context: DiagnosisContext): Details {
  const cause = finding?.cause;
  const details: Record<string, unknown> = {
    provider: providerOf(reading) ?? context.provider,
    ...scopeDetails(reading, cause, context.wantedScopes),
    ...(cause === 'rate-limited' || cause === 'quota-exceeded' ? limitDetails(reading, cause) : {}),
    ...(cause === 'credential-expired' ? { expiredAt: expiredAt(reading) } : {}),
    requestId: requestId(reading),
    ...(cause === 'ip-not-allowed' || cause === 'geo-blocked' || cause === 'waf-blocked'
      ? { address: address(reading) }
      : {}),
    documentation: documentation(reading),
    ...finding?.details,
  };
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== undefined && !isEmptyList(value)),
  ) as Details;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

const REQUIRED_KEYS = new Set([
  'scope',
  'needed',
  'required_scope',
  'required_scopes',
  'requiredscopes',
  'requiredgranularscopes',
  'required',
  'missing_scopes',
  'missingscopes',
  'requiredscope',
  'needed_scopes',
  'missing',
]);
const GRANTED_KEYS = new Set([
  'provided',
  'granted',
  'granted_scopes',
  'grantedscopes',
  'token_scopes',
  'current_scopes',
]);

function scopeDetails(
  reading: Reading,
  cause: Finding['cause'] | undefined,
  wanted: readonly string[] = [],
): Pick<Details, 'missingScopes' | 'grantedScopes'> {
  const grantedField = reading.fields.get('x-oauth-scopes') ?? reading.fields.get('oauth-scope');
  if (cause !== 'scope-missing') return grantedField === undefined ? {} : { grantedScopes: splitScopes(grantedField) };
  const granted = firstList(
    () => (grantedField === undefined ? [] : splitScopes(grantedField)),
    () => listed(reading.json, GRANTED_KEYS),
    () => fromSentences(reading, grantedScopes),
  );
  const required = firstList(
    () =>
      reading.challenges.flatMap(({ params }) =>
        params.get('error') === 'insufficient_scope' ? splitScopes(params.get('scope') ?? '') : [],
      ),
    () => listed(reading.json, REQUIRED_KEYS),
    () => reading.challenges.flatMap(({ params }) => requiredScopes(params.get('error_description') ?? '')),
    () => fromSentences(reading, requiredScopes),
    () => acceptedScopes(reading, wanted),
  );
  const held = providerOf(reading) === 'github' ? withImpliedScopes(granted) : new Set(granted);
  return { missingScopes: [...new Set(required)].filter((scope) => !held.has(scope)), grantedScopes: granted };
}

/** Any of these would do, so one that the credential is meant to have is the one that it lacks. */
function acceptedScopes(reading: Reading, wanted: readonly string[]): readonly string[] {
  const accepted = splitScopes(reading.fields.get('x-accepted-oauth-scopes') ?? '');
  const meant = accepted.filter((scope) => wanted.includes(scope));
  return meant.length > 0 ? meant : accepted;
}

function firstList(...readers: readonly (() => readonly string[])[]): readonly string[] {
  for (const read of readers) {
    const list = read();
    if (list.length > 0) return list;
  }
  return [];
}

function fromSentences(reading: Reading, extract: (sentence: string) => readonly string[]): readonly string[] {
  return firstList(
    ...reading.messages.slice(0, 6).map(
      ({ text }) =>
        () =>
          extract(text),
    ),
  );
}

/** The first list of scopes under one of the keys, down to four levels. */
function listed(json: unknown, keys: ReadonlySet<string>): readonly string[] {
  const level: unknown[] = [json];
  for (let visited = 0; visited < Math.min(level.length, 200); visited++) {
    const node = level[visited];
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, value] of Object.entries(node).slice(0, 40)) {
      if (keys.has(key.toLowerCase())) {
        const scopes =
          typeof value === 'string'
            ? splitScopes(value)
            : Array.isArray(value)
              ? value.filter((item) => typeof item === 'string').flatMap(splitScopes)
              : [];
        if (scopes.length > 0) return scopes;
      }
      if (typeof value === 'object') level.push(value);
    }
  }
  return [];
}

const RESET_FIELDS = [
  'x-ratelimit-reset',
  'x-rate-limit-reset',
  'ratelimit-reset',
  'x-ratelimit-requests-reset',
  'x-ratelimit-reset-after',
  'x-ratelimit-retry-after',
];

function limitDetails(
  reading: Reading,
  cause: 'rate-limited' | 'quota-exceeded',
): Pick<Details, 'retryAfterSeconds' | 'resetAt'> {
  const field = reading.fields.get('retry-after');
  const inBody = at(reading.json, 'retry_after') ?? at(reading.json, 'parameters', 'retry_after');
  const retryAfter =
    (field === undefined ? undefined : retryAfterSeconds(field, reading.nowSeconds)) ??
    (typeof inBody === 'number' && inBody >= 0 && inBody < 1e7 ? Math.ceil(inBody) : undefined) ??
    reading.messages
      .slice(0, 4)
      .map(({ plain }) => delayIn(plain))
      .find((delay) => delay !== undefined);
  const structured = /\bt=(\d{1,9})/.exec(reading.fields.get('ratelimit') ?? '')?.[1];
  const resetField =
    structured ?? RESET_FIELDS.map((name) => reading.fields.get(name)).find((value) => value !== undefined);
  const counts = cause === 'rate-limited' && (reading.status === 429 || hasNothingLeft(reading));
  const untilMessage = reading.messages.find(({ plain }) => /\b(?:until|reset(?:s| at)?|after)\b/.test(plain));
  const resetAt =
    (counts && resetField !== undefined ? resetTime(resetField, reading.nowSeconds) : undefined) ??
    (untilMessage === undefined ? undefined : timeIn(untilMessage.text));
  return {
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
    ...(resetAt === undefined ? {} : { resetAt }),
  };
}

function expiredAt(reading: Reading): number | undefined {
  const descriptions = reading.challenges.map(({ params }) => params.get('error_description') ?? '');
  for (const text of [...descriptions, ...reading.messages.map((message) => message.text)]) {
    const expiry = /(?:\bexpired?\b|\bexpiry\b|\bexpires?\b|\bexpiration\b)(.{0,80})/is.exec(text)?.[1];
    const time = expiry === undefined ? undefined : timeIn(expiry);
    if (time !== undefined) return time;
  }
  return undefined;
}

const REQUEST_ID_FIELDS = [
  'x-github-request-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-ms-request-id',
  'request-id',
  'x-request-id',
  'x-slack-req-id',
  'x-correlation-id',
  'x-correlationid',
  'paypal-debug-id',
  'x-hubspot-correlation-id',
  'x-fb-trace-id',
  'x-okta-request-id',
  'x-trace-id',
  'x-openstack-request-id',
  'x-compute-request-id',
  'x-notion-request-id',
  'x-acs-request-id',
  'x-oss-request-id',
  'apigw-requestid',
  'x-goog-request-id',
  'x-azure-ref',
  'x-amz-cf-id',
  'cf-ray',
];
const REQUEST_ID_KEYS = [
  'request_id',
  'requestId',
  'RequestId',
  'requestID',
  'correlationId',
  'debug_id',
  'trace_id',
  'fbtrace_id',
];

function requestId(reading: Reading): string | undefined {
  for (const name of REQUEST_ID_FIELDS) {
    const value = reading.fields.get(name);
    if (value !== undefined && value !== '') return quote(value);
  }
  for (const key of REQUEST_ID_KEYS) {
    const value = at(reading.json, key) ?? at(reading.json, 'error', key);
    if (typeof value === 'string' && value !== '') return quote(value);
  }
  return undefined;
}

const ADDRESS =
  /\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}\b|\b(?:[\da-f]{1,4}:){1,6}:(?:[\da-f]{1,4}:){0,5}[\da-f]{1,4}\b/i;

/** An address in a sentence that speaks of the caller's. */
function address(reading: Reading): string | undefined {
  const message = reading.messages.find(
    ({ plain }) => /\bip\b|address|client|country/.test(plain) && ADDRESS.test(plain),
  );
  return message === undefined ? undefined : ADDRESS.exec(message.text)?.[0];
}

const DOCUMENTATION =
  /https?:\/\/[^\s"'<>)\]]{0,40}(?:docs?|help|support|developers?|learn|rfc|error|wiki)[^\s"'<>)\]]{0,300}/i;

function documentation(reading: Reading): string | undefined {
  const inText = reading.messages
    .map(({ text }) => DOCUMENTATION.exec(text)?.[0]?.replace(/[.,;:]+$/, ''))
    .find((link) => link !== undefined);
  return reading.links[0] ?? inText;
}
