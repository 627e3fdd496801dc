import { CAUSES } from './causes.ts';
import { detailsOf } from './details.ts';
import type { Diagnosis, DiagnosisContext, Evidence, Refusal } from './diagnosis.ts';
import { codeEvidence, messageEvidence, quote, statusEvidence } from './finding.ts';
import { type Reading, read } from './reading.ts';
import { remedyOf } from './remedies.ts';
import { applyRules } from './rules.ts';

/**
 * Says why an API refused a call, and how that is known.
 *
 * Pure, total and deterministic: the same refusal and context always give the same answer, nothing throws, and time
 * is linear in the input, of whose body 64 KiB are read. A response that does not say gives `unknown`.
 */
export function diagnose(refusal: Refusal, context: DiagnosisContext = {}): Diagnosis {
  const reading = read(refusal, context);
  const finding = applyRules(reading, context);
  const cause = finding?.cause ?? 'unknown';
  const details = detailsOf(reading, finding, context.provider);
  return {
    cause,
    family: CAUSES[cause],
    confidence: finding?.confidence ?? 'possible',
    evidence: finding === undefined || finding.evidence.length === 0 ? readable(reading) : finding.evidence,
    details,
    remedy: remedyOf(cause, details),
  };
}

/** What there was to read, for an answer that does not say why. */
function readable(reading: Reading): readonly Evidence[] {
  const said = [...reading.messages.slice(0, 1).map(messageEvidence), ...reading.codes.slice(0, 2).map(codeEvidence)];
  const body =
    reading.body.trim() === '' ? [{ where: 'body', what: 'empty' }] : [{ where: 'body', what: quote(reading.body) }];
  return [statusEvidence(reading), ...(said.length > 0 ? said : body)];
}
