import { diagnose } from '../../../lambda/diagnosis/diagnose.ts';
import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { property, UNKNOWN_REQUEST, UNKNOWN_STATUS } from './exchange.ts';

/** Names that an error has at its top and content rarely. */
const ERROR_NAMES =
  /^(?:errors?|error_?(?:code|message|description)|message|msg|fault|faultstring|detail|title|reason|code)$/i;

/**
 * The refusal that a body alone tells of. Its status is the one that it names itself, as RFC 9457 has it, else
 * `UNKNOWN_STATUS`. `undefined` when nothing in it speaks of an error.
 */
export function fromBody(body: string, json?: unknown): Refusal | undefined {
  const contentType = json !== undefined ? 'application/json' : body.trimStart().startsWith('<') ? 'text/html' : '';
  const refusal: Refusal = {
    request: UNKNOWN_REQUEST,
    response: {
      status: statusIn(json) ?? statusInTitle(body) ?? UNKNOWN_STATUS,
      headers: contentType === '' ? {} : { 'content-type': contentType },
      body,
    },
  };
  const speaks =
    refusal.response.status !== UNKNOWN_STATUS || namesAnError(json) || diagnose(refusal).cause !== 'unknown';
  return speaks ? refusal : undefined;
}

/** A body with its status in a line of its own above or below it, as `curl -w '%{http_code}'` prints it. */
export function fromStatusAndBody(text: string): Refusal | undefined {
  const [, above, below] = STATUS_ABOVE.exec(text) ?? [];
  const status = above ?? STATUS_BELOW.exec(text)?.[1];
  if (status === undefined) return undefined;
  const body = above === undefined ? text.slice(0, text.trimEnd().lastIndexOf('\n') + 1) : (below ?? '');
  return { request: UNKNOWN_REQUEST, response: { status: Number(status), headers: {}, body: body.trim() } };
}

const WORDS = '(?:[ ,-]{1,3}[A-Z][A-Za-z -]{1,40})?';
const BEFORE = '(?:(?:HTTP )?(?:Status(?: Code)?|HTTP(?:/\\d(?:\\.\\d)?)?):?[ \\t]{1,4})?';
const STATUS_ABOVE = new RegExp(`^\\s{0,100}${BEFORE}([1-5]\\d\\d)${WORDS}[ \\t]*(?:\\n([\\s\\S]*))?$`, 'i');
const STATUS_BELOW = new RegExp(`\\n[ \\t]*${BEFORE}([1-5]\\d\\d)\\s*$`, 'i');

/** The status that an error document repeats. */
function statusIn(json: unknown): number | undefined {
  const inside = [json, property(json, 'error'), property(property(json, 'errors'), '0')];
  const named = inside.flatMap((one) =>
    ['status', 'statusCode', 'status_code', 'code'].map((name) => property(one, name)),
  );
  const digits = named.find((status) => /^[45]\d\d$/.test(String(status)));
  return digits === undefined ? undefined : Number(digits);
}

function statusInTitle(body: string): number | undefined {
  const digits = /<(?:title|h1)>[^<]{0,80}?\b([45]\d\d)\b/i.exec(body.slice(0, 4096))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function namesAnError(json: unknown): boolean {
  const first = Array.isArray(json) ? json[0] : json;
  return typeof first === 'object' && first !== null && Object.keys(first).some((name) => ERROR_NAMES.test(name));
}

/** What is said where only a body was given. */
export function bodyNote({ response: { status } }: Refusal, what = 'a body'): string {
  return status === UNKNOWN_STATUS
    ? `Only ${what} was given: status and headers are not known, so this rests on its words alone. curl -i shows them.`
    : `Only ${what} was given: the status ${status} is the one that it names, and the headers are not known.`;
}
