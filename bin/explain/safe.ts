import type { Diagnosis, Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { credentialsOf } from '../../lambda/redaction/credentials.ts';
import { type Redactor, redactDeep, redactor } from '../../lambda/redaction/redactor.ts';

/** A redactor of the credentials in a request, of others that are known, and of what looks like one. */
export function redactorFor(request: Refusal['request'], others: readonly string[] = []): Redactor {
  return redactor([...credentialsOf(request), ...others]);
}

/** The diagnosis without a credential in any text that a server may have written: servers echo what they were sent. */
export function withoutCredentials(diagnosis: Diagnosis, redact: Redactor): Diagnosis {
  return {
    ...diagnosis,
    evidence: redactDeep(diagnosis.evidence, redact),
    details: redactDeep(diagnosis.details, redact),
    remedy: redact(diagnosis.remedy),
  };
}
