import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../lambda/diagnosis/diagnosis.ts';
import { redactDeep } from '../../lambda/redaction/redactor.ts';
import { toRefusal, toRequest } from './forms/exchange.ts';
import { redactorFor, withoutCredentials } from './safe.ts';

/** What is said of one input line; `error` where it is no exchange, so that output and input stay in step. */
export type Answer = { readonly id: unknown } & (Diagnosis | { readonly error: string });

/** One output line for one input line of `explain --ndjson`, without its line break. */
export function explainNdjson(line: string): string {
  return JSON.stringify(answerTo(line));
}

/** The `id` is repeated as it is, unless a credential of the request stands in it. Never throws. */
export function answerTo(line: string): Answer {
  const text = line.trim(); // a byte order mark too
  if (text === '') return { id: null, error: 'the line is empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, error: 'the line is not JSON' };
  }
  try {
    return answerToValue(value);
  } catch (error) {
    // Lists within lists, by the ten thousand, leave no room on the stack.
    if (error instanceof RangeError) return { id: null, error: 'the line is nested too deeply' };
    throw error;
  }
}

function answerToValue(value: unknown): Answer {
  const redact = redactorFor(toRequest(value));
  const id =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'id')
      ? redactDeep((value as { id: unknown }).id, redact)
      : null;
  const refusal = toRefusal(value);
  if (refusal === undefined) return { id, error: 'the line has no "response" with a status from 100 to 599' };
  return { id, ...withoutCredentials(diagnose(refusal), redact) };
}
