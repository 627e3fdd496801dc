import type { Diagnosis } from '../../lambda/diagnosis/diagnosis.ts';
import { redactTokenShapes } from '../../lambda/redaction/token-shapes.ts';

/** The diagnosis without anything in it that looks like a credential: servers echo what they were sent. */
export function withoutTokens(diagnosis: Diagnosis): Diagnosis {
  const details = Object.entries(diagnosis.details).map(([name, value]) => [
    name,
    typeof value === 'string' ? redactTokenShapes(value) : value,
  ]);
  return {
    ...diagnosis,
    evidence: diagnosis.evidence.map(({ where, what }) => ({ where, what: redactTokenShapes(what) })),
    details: Object.fromEntries(details) as Diagnosis['details'],
  };
}
