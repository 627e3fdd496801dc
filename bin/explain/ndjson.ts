import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import { redactDeep } from '../../lambda/redaction/redactor.ts';
import { toRefusal, toRequest } from './forms/exchange.ts';
import { redactorFor, withoutCredentials } from './safe.ts';

/**
 * One output line for one input line of `explain --ndjson`, without its line break.
 *
 * A line that is no exchange gives `{"id","error"}`, so that output and input stay in step; the caller decides the
 * exit code by looking for `error`. The `id` is repeated as it is, unless a credential of the request stands in it.
 */
export function explainNdjson(line: string): string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return JSON.stringify({ id: null, error: 'the line is not JSON' });
  }
  const redact = redactorFor(toRequest(value));
  const id =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'id')
      ? redactDeep((value as { id: unknown }).id, redact)
      : null;
  const refusal = toRefusal(value);
  if (refusal === undefined)
    return JSON.stringify({ id, error: 'the line has no "response" with a status from 100 to 599' });
  return JSON.stringify({ id, ...withoutCredentials(diagnose(refusal), redact) });
}
