import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Diagnosis, Evidence, Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { credentialsOf } from '../../lambda/redaction/credentials.ts';
import type { Redactor } from '../../lambda/redaction/redactor.ts';
import { credentialsInText } from './credentials.ts';
import { UNKNOWN_STATUS } from './forms/exchange.ts';
import type { Input } from './input.ts';
import { parseInput } from './parse.ts';
import { redactorFor, withoutCredentials } from './safe.ts';

/** A refusal of the input with its diagnosis, in which no credential of the input is left. */
export interface Explained {
  readonly refusal: Refusal;
  readonly diagnosis: Diagnosis;
  /** For the rest of what is shown of the refusal. */
  readonly redact: Redactor;
}

/** How much of a text is searched for credentials beside those of its requests. */
const MAX_SEARCHED = 1024 * 1024;
/** Requests whose credentials are kept out of what is said of the others. */
const MAX_REQUESTS = 200;

/**
 * Diagnoses what a pasted text holds.
 *
 * Throws `ExplainInputError` when nothing in the text looks like an answer.
 */
export function explainText(text: string): {
  readonly explained: readonly Explained[];
  readonly notes: Input['notes'];
} {
  const input = parseInput(text);
  const credentials = new Set([
    ...input.requests.slice(-MAX_REQUESTS).flatMap(credentialsOf),
    ...credentialsInText(text.slice(0, MAX_SEARCHED)),
  ]);
  const explained = input.refusals.map((refusal) => {
    const redact = redactorFor(refusal.request, [...credentials]);
    const diagnosis = diagnose(refusal);
    const evidence = diagnosis.evidence.map((one) => asFarAsKnown(one, input));
    return { refusal, diagnosis: withoutCredentials({ ...diagnosis, evidence }, redact), redact };
  });
  return { explained, notes: input.notes };
}

/** What was not given is not shown as if the server had left it out. */
function asFarAsKnown({ where, what }: Evidence, { bodyUnknown }: Input): Evidence {
  const isUnknown = where === 'status' ? what === String(UNKNOWN_STATUS) : where === 'body' && bodyUnknown === true;
  return { where, what: isUnknown && (where === 'status' || what === 'empty') ? 'not known' : what };
}
