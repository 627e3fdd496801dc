import { CAUSES } from './causes.ts';
import { confidential } from './confidential.ts';
import { detailsOf } from './details/details.ts';
import type { Diagnosis, DiagnosisContext, Evidence, Refusal } from './diagnosis.ts';
import { codeEvidence, type Finding, messageEvidence, placeOf, quote, statusEvidence } from './finding.ts';
import { findProvider } from './providers/find.ts';
import { type Reading, read } from './reading.ts';
import { remedyOf } from './remedies.ts';
import { knownBeside } from './rules/context.ts';
import { applyRules } from './rules.ts';

/**
 * Says why an API refused a call, and how that is known.
 *
 * Pure, total and deterministic: the same refusal and context always give the same answer, nothing throws, and time
 * is linear in the input, of whose body 64 KiB are read. A response that does not say gives `unknown`. No credential of
 * the request is in the answer, however the server repeats it.
 */
export function diagnose(refusal: Refusal, context: DiagnosisContext = {}): Diagnosis {
  const reading = read(refusal, context);
  const provider = findProvider(reading, context);
  const finding = applyRules(reading, context, provider);
  const cause = finding?.cause ?? 'unknown';
  const found = [
    ...(finding === undefined || finding.evidence.length === 0 ? readable(reading) : inItsWords(reading, finding)),
    ...knownBeside(cause, reading, context),
  ];
  const { evidence, details } = confidential(
    { evidence: found, details: detailsOf(reading, { finding, provider, context }) },
    refusal.request,
  );
  return {
    cause,
    family: CAUSES[cause],
    confidence: finding?.confidence ?? 'possible',
    evidence,
    details,
    remedy: remedyOf(cause, details),
  };
}

/** Where a code or a header decides, what the server says beside it still helps the person who reads. */
function inItsWords(reading: Reading, { evidence }: Finding): readonly Evidence[] {
  const said = reading.messages.filter(({ primary }) => primary);
  const places = new Set(said.map(({ path }) => placeOf(path)));
  const isQuoted = evidence.some(({ where }) => places.has(where));
  return isQuoted ? evidence : [...evidence, ...said.slice(0, 1).map(messageEvidence)];
}

/** What there was to read, for an answer that does not say why. */
function readable(reading: Reading): readonly Evidence[] {
  const said = [...reading.messages.slice(0, 1).map(messageEvidence), ...reading.codes.slice(0, 2).map(codeEvidence)];
  if (said.length > 0) return [statusEvidence(reading), ...said];
  return [statusEvidence(reading), { where: 'body', what: reading.body.trim() === '' ? 'empty' : quote(reading.body) }];
}
