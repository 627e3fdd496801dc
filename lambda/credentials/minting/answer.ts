import { isRecord } from '../../config/plain.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Evidence, Refusal } from '../../diagnosis/diagnosis.ts';
import { refusalOf } from '../../diagnosis/is-refusal.ts';
import { retryAfterSeconds } from '../../diagnosis/reading/times.ts';
import { quoted } from '../../grants/reading.ts';
import { jsonObject } from '../../json-object.ts';
import { redactor } from '../../redaction/redactor.ts';
import type { ObservedResponse, TransportFailure } from '../../request/observation.ts';
import type { Exchange } from './exchange.ts';
import { type NotMinted, noToken } from './minted.ts';

/** A server that asks to be left alone for longer is asked again all the same. */
const LONGEST_REST_SECONDS = 60 * 60;

/** What is known of an exchange beside the answer. */
export interface AnswerContext {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly provider?: string | undefined;
  /** What a person calls the endpoint, such as `the token endpoint`. */
  readonly who: string;
  /** What a refusal means, a sentence's end for people. */
  readonly means?: string;
  /** The request carried something that we signed with a time in it. */
  readonly signed?: boolean;
}

/**
 * The JSON object that a token endpoint answered with, or why there is none: it refused, and then it says why; or it is
 * down, busy, moved or something else altogether, which says nothing of the credential.
 */
export function readAnswer(
  exchange: Exchange,
  context: AnswerContext,
): { readonly json: Readonly<Record<string, unknown>> } | NotMinted {
  const { failure, response } = exchange.observation;
  const place = `${context.who} ${exchange.url}`;
  if (failure !== undefined) return unanswered(failure, place);
  const { status } = response;
  if (status === 429 || status >= 500) return busy(response, place, context.now);
  if (status >= 300 && status < 400) {
    return noToken(
      `${place} redirects${target(response, exchange)}, where no secret is sent: configure where it is now`,
    );
  }
  const json = response.truncated ? undefined : jsonObject(response.body);
  const hasError = json !== undefined && isError(json);
  if (status < 300 && !hasError) return json === undefined ? notJson(response, place, exchange) : { json };
  return refused(exchange, response, hasError, context);
}

function unanswered({ kind, phase, message }: TransportFailure, place: string): NotMinted {
  // What failed before the request was sent has spent nothing.
  const lost = (phase === 'first-byte' || phase === 'body') && kind !== 'address-refused';
  return noToken(`${place} could not be asked for a token: ${message}`, { lost });
}

function busy({ status, headers }: ObservedResponse, place: string, now: number): NotMinted {
  const seconds = retryAfterSeconds(headers['retry-after'] ?? '', now / 1_000);
  const retryAt =
    seconds === undefined || seconds === 0 ? {} : { retryAt: now + Math.min(seconds, LONGEST_REST_SECONDS) * 1_000 };
  const state = status === 429 ? 'is asked too often' : 'is out of order';
  const wait = seconds === undefined ? 'it is asked again at the next run' : `it is asked again in ${seconds} s`;
  return noToken(`${place} ${state} (status ${status}): ${wait}`, { ...retryAt, lost: status >= 500 });
}

function target({ headers }: ObservedResponse, { url, redact }: Exchange): string {
  const location = URL.parse(headers.location ?? '', url);
  return location === null ? '' : ` to ${quoted(redact(`${location.origin}${location.pathname}`))}`;
}

function notJson(
  { headers, truncated, bodyProblem, body }: ObservedResponse,
  place: string,
  { redact }: Exchange,
): NotMinted {
  const type = quoted(redact(headers['content-type']?.split(';')[0] ?? ''));
  const found =
    bodyProblem ??
    (truncated
      ? 'a body of more than 1 MiB'
      : body.trim() === ''
        ? 'an empty body'
        : `${type || 'text'} that is no JSON object`);
  return noToken(`${place} answered with ${found}: see whether the URL is the token endpoint's`, { lost: true });
}

/** An error of the standard's form, or a word that says that nothing was done. */
function isError(json: Readonly<Record<string, unknown>>): boolean {
  if (json.ok === false) return true;
  const { error } = json;
  return (typeof error === 'string' && error !== '') || (isRecord(error) && typeof json.access_token !== 'string');
}

function refused(
  exchange: Exchange,
  response: ObservedResponse,
  hasError: boolean,
  { now, provider, who, means, signed }: AnswerContext,
): NotMinted {
  const { observation, url } = exchange;
  const refusal: Refusal = { request: { ...observation.request, url }, response: redacted(exchange, response) };
  const context = { credentialSent: true, now, ...(provider !== undefined && { provider }) };
  const isSure = hasError || response.status === 401 || response.status === 404;
  const diagnosis = isSure ? diagnose(refusal, context) : refusalOf(refusal, context);
  if (diagnosis === undefined || (response.status === 404 && !hasError && !isJson(response))) {
    return noToken(
      `${who} ${url} answered with status ${response.status}: see whether the URL is the token endpoint's`,
    );
  }
  const said =
    diagnosis.evidence.findLast(({ where }) => where.startsWith('body')) ??
    errorIn(refusal.response) ??
    diagnosis.evidence[0];
  const words = said === undefined ? '' : ` (${said.where}: ${said.what})`;
  const problem = `${who} ${url} refuses with status ${response.status}${words}${means === undefined ? '' : `: ${means}`}`;
  const date = Date.parse(response.headers.date ?? '');
  return {
    problem: { problem, at: 'token', refusal: { diagnosis, url, status: response.status } },
    ...(signed && !Number.isNaN(date) && { serverTime: date }),
  };
}

/** The server's own word, where it is none that says more. */
function errorIn({ body }: Refusal['response']): Evidence | undefined {
  const error = jsonObject(body ?? '')?.error;
  return typeof error === 'string' && error !== '' ? { where: 'body error', what: quoted(error) } : undefined;
}

/** For whoever reads it: without what was sent, and without a token that came beside an error. */
export function redacted({ secrets }: Exchange, response: ObservedResponse): ObservedResponse {
  const tokens = Object.entries(jsonObject(response.body) ?? {}).flatMap(([name, value]) =>
    TOKEN_FIELDS.test(name) && typeof value === 'string' ? [value] : [],
  );
  const redact = redactor([...secrets, ...tokens]);
  const headers = Object.entries(response.headers).map(([name, value]) => [redact(name), redact(value)]);
  return { ...response, headers: Object.fromEntries(headers), body: redact(response.body) };
}

const TOKEN_FIELDS = /(?:^|_)token$/;

function isJson({ body }: ObservedResponse): boolean {
  return jsonObject(body) !== undefined;
}
