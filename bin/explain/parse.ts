import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { refusalOf } from '../../lambda/diagnosis/is-refusal.ts';
import { bodyNote, fromBody, fromStatusAndBody } from './forms/body-alone.ts';
import { callIn } from './forms/call.ts';
import { parseCurlCommand } from './forms/curl-command.ts';
import { fromErrorDump } from './forms/error-dump.ts';
import { UNKNOWN_FIELDS, UNKNOWN_REQUEST } from './forms/exchange.ts';
import { type Answer, parseMessages } from './forms/http-message.ts';
import { fromJson, parseJson, parseJsonLines } from './forms/json.ts';
import { plain } from './forms/plain-text.ts';
import { ExplainInputError, FORMS, type Input, inputOf } from './input.ts';

/**
 * The exchanges in a pasted text.
 *
 * Throws `ExplainInputError` when nothing in the text looks like an answer.
 */
export function parseInput(text: string): Input {
  const input = plain(text);
  if (input.trim() === '') throw new ExplainInputError(`the input is empty: expected ${FORMS}`);
  const json = parseJson(input);
  if (json !== undefined) return fromJson(json);
  if (isTrace(input))
    throw new ExplainInputError('the input is what curl --trace prints, which is not read: use curl -v');
  return fromMessages(input) ?? fromStatusLine(input) ?? fromJsonLines(input) ?? fromText(input);
}

function isTrace(input: string): boolean {
  return /^=> Send header, \d/m.test(input);
}

function fromStatusLine(input: string): Input | undefined {
  const refusal = fromStatusAndBody(input);
  if (refusal === undefined) return undefined;
  return refusal.response.body === ''
    ? { ...inputOf(refusal, ['Only a status was given: headers and body are not known.']), bodyUnknown: true }
    : inputOf(refusal, ['Only a status and a body were given: the headers are not known.']);
}

function fromJsonLines(input: string): Input | undefined {
  const values = parseJsonLines(input);
  return values && fromJson(values);
}

function fromMessages(input: string): Input | undefined {
  const { requests, answers } = parseMessages(input);
  const answer = refusedOrLast(answers);
  if (answer === undefined) return undefined;
  const command = parseCurlCommand(input);
  const request = answer.request ?? command ?? { ...UNKNOWN_REQUEST, ...asNamed(callIn(input)) };
  const isPacked = UNREADABLE.test(answer.response.body.slice(0, 512));
  return {
    refusals: [{ request, response: isPacked ? { ...answer.response, body: '' } : answer.response }],
    requests: [...requests.slice(-MAX_REQUESTS), ...(command === undefined ? [] : [command])],
    ...(isPacked || request.method === 'HEAD' ? { bodyUnknown: true } : {}),
    notes: [
      ...(request.method === 'HEAD' ? ['An answer to HEAD has no body: the same call with GET may say more.'] : []),
      ...(isPacked ? ['The body is compressed and cannot be read here: curl --compressed shows what it says.'] : []),
      ...(answer === answers.at(-1) ? [] : ['The input holds more than one call: this is the last that was refused.']),
    ],
  };
}

function asNamed(call: ReturnType<typeof callIn>): Partial<Refusal['request']> {
  return call === undefined ? {} : { ...call, headers: UNKNOWN_FIELDS };
}

/** More than any client follows redirects. */
const MAX_REQUESTS = 100;

/** What is left of bytes that are no text. */
const UNREADABLE = /[\0-\x08\x0e-\x1a\x1c-\x1f].*\uFFFD|\uFFFD.*[\0-\x08\x0e-\x1a\x1c-\x1f]/s;

/**
 * The answer at the end of its redirects; where that one is none, the last refusal of another call in the same text.
 * A refusal whose call was answered again, as after a challenge, has been overcome.
 */
function refusedOrLast(answers: readonly Answer[]): Answer | undefined {
  const last = answers.at(-1);
  if (last === undefined || last.request === undefined || isRefused(last)) return last;
  const callOf = ({ request }: Answer) => `${request?.method} ${request?.url}`;
  const others = answers.slice(-MAX_REQUESTS).filter((answer) => answer.request !== undefined);
  return (
    others.findLast(
      (answer, index) =>
        isRefused(answer) && !others.slice(index + 1).some((later) => callOf(later) === callOf(answer)),
    ) ?? last
  );
}

function isRefused({ request = UNKNOWN_REQUEST, response }: Answer): boolean {
  return refusalOf({ request, response }) !== undefined;
}

/** An error message, a log, a printed object, or a body that is no JSON. */
function fromText(input: string): Input {
  const dump = isMarkup(input) ? undefined : fromErrorDump(input);
  if (dump !== undefined)
    return { ...inputOf(dump, [dumpNote(dump)]), ...(dump.response.body === '' ? { bodyUnknown: true } : {}) };
  const why = whyNot(input);
  const body = why === undefined ? fromBody(input) : undefined;
  if (body !== undefined) return inputOf(body, [bodyNote(body, isMarkup(input) ? 'a body' : 'a text')]);
  const lines = input.trim().split('\n').length;
  throw new ExplainInputError(
    `${why ?? `nothing in ${lines === 1 ? 'the line' : `${lines} lines`} looks like an HTTP response`}: expected ${FORMS}`,
  );
}

function isMarkup(input: string): boolean {
  return /^\s*<(?!Response \[)[!?a-z]/i.test(input);
}

function dumpNote({ response }: Refusal): string {
  return Object.keys(response.headers).length === 0
    ? 'This was read from an error message: the headers are not known, and the server may have said more than it shows.'
    : 'This was read from a printed object: the server may have said more than it shows.';
}

/** What the input is, where that is known and holds no answer. */
function whyNot(input: string): string | undefined {
  if (/^curl: \(\d+\)|^\* *(?:connect to|Closing connection|Could not resolve|SSL certificate problem)/im.test(input))
    return 'there is no response in it, because curl failed before one came: what it says of the connection is the cause';
  return parseMessages(input).requests.length > 0 ? 'there is a request in it and no response' : undefined;
}
