import type { Diagnosis } from '../../lambda/diagnosis/diagnosis.ts';
import { redactDeep } from '../../lambda/redaction/redactor.ts';
import { redactTokenShapes } from '../../lambda/redaction/token-shapes.ts';

/** The diagnosis without anything in it that looks like a credential: servers echo what they were sent. */
export function withoutTokens(diagnosis: Diagnosis): Diagnosis {
  return redactDeep(diagnosis, redactTokenShapes);
}
