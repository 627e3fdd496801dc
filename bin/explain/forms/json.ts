import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { ExplainInputError, type Input } from '../input.ts';
import { bodyNote, fromBody } from './body-alone.ts';
import { isAnswer, property, toRefusal } from './exchange.ts';
import { fromHar, harEntries } from './har.ts';

/** The value of a JSON text; `undefined` for any other. */
export function parseJson(input: string): unknown {
  if (!/^\s*[[{]/.test(input)) return undefined;
  try {
    return JSON.parse(input);
  } catch {
    return undefined;
  }
}

/**
 * The values of a text with a JSON value on each line; `undefined` for any other.
 *
 * Throws `ExplainInputError` for what was plainly meant to be one JSON value, which helps more than any reading of it.
 */
export function parseJsonLines(input: string): readonly unknown[] | undefined {
  if (!/^\s*[[{]/.test(input)) return undefined;
  try {
    return input.split('\n').flatMap((line): unknown[] => (line.trim() === '' ? [] : [JSON.parse(line)]));
  } catch {
    if (!/^\s*\{\s*"(?:log|request|response|id|status)"/.test(input)) return undefined;
    throw new ExplainInputError(`the input starts like JSON but is not: ${faultOf(input)}; give the whole of it`);
  }
}

function faultOf(input: string): string {
  try {
    JSON.parse(input);
    return 'a syntax error';
  } catch (error) {
    return error instanceof Error ? withoutInput(error.message) : 'a syntax error';
  }
}

/** V8 quotes the text around the place; it may hold a credential. */
function withoutInput(message: string): string {
  return message
    .replace(/,? ?"[\s\S]*"?\.{0,3} is not valid JSON|Unexpected token .*? in JSON/, 'a syntax error')
    .slice(0, 120);
}

/**
 * What a JSON value holds: an HTTP archive, one exchange or many, an error as a client prints it, or a body alone.
 *
 * Throws `ExplainInputError` when one of them is none of these.
 */
export function fromJson(json: unknown): Input {
  const entries = harEntries(Array.isArray(json) && json.length === 1 ? json[0] : json);
  if (entries !== undefined) return harInput(entries);
  const values: readonly unknown[] = Array.isArray(json) ? json : [json];
  const exchanges = values.map(exchangeIn);
  if (exchanges.every((refusal) => refusal === undefined)) {
    const body = values.length === 0 ? undefined : fromBody(JSON.stringify(json), json);
    if (body !== undefined) return { refusals: [body], requests: [], notes: [bodyNote(body)] };
  }
  const refusals = exchanges.map((refusal, index) => refusal ?? refuseToRead(index, values.length));
  if (refusals.length === 0) refuseToRead(0, 1);
  return {
    refusals,
    requests: refusals.map(({ request }) => request),
    notes: values.some(isAxiosError) ? [AXIOS_NOTE] : [],
  };
}

/** What `toJSON()` of an axios error leaves of it. */
function isAxiosError(value: unknown): boolean {
  return property(value, 'config') !== undefined && property(value, 'response') === undefined;
}

const AXIOS_NOTE =
  'This was read from an error without its response: error.response of axios has the headers and the body.';

function harInput(entries: readonly unknown[]): Input {
  if (entries.length === 0)
    throw new ExplainInputError('none of the 0 entries of the HAR is a refusal: record it again with the call in it');
  const { refusals, note } = fromHar(entries);
  return { refusals, requests: refusals.map(({ request }) => request), notes: [note] };
}

/** Where an exchange is in a value: it itself, or the error that a log or a client put around it. */
function exchangeIn(value: unknown): Refusal | undefined {
  const holders = [value, property(value, 'err'), property(value, 'error'), property(value, 'cause')];
  for (const holder of holders) {
    if (property(holder, 'response') !== undefined || isAnswer(holder)) {
      const refusal = toRefusal(holder);
      if (refusal !== undefined) return refusal;
    }
    if (property(holder, 'config') !== undefined) {
      const refusal = toRefusal(holder);
      if (refusal !== undefined) return withMessage(refusal, property(holder, 'message'));
    }
  }
  return undefined;
}

/** `toJSON()` of an axios error leaves the response out. */
function withMessage({ request, response }: Refusal, message: unknown): Refusal {
  return { request, response: { ...response, body: typeof message === 'string' ? message : response.body } };
}

function refuseToRead(index: number, count: number): never {
  throw new ExplainInputError(
    `${count === 1 ? 'the JSON' : `item ${index + 1} of the JSON`} has no response: expected ` +
      '{"response":{"status","headers","body"}}, with "request" if it is known; ' +
      'if it is a body, paste it with its status and headers, as curl -i prints them',
  );
}
