import { redactDeep } from './redaction/redactor.ts';
import type { RunResult } from './run-result.ts';

/**
 * The result without a secret in any text that a server may have written. Our own words, such as names and causes,
 * stay: a secret that happens to be one of them must not make a result that nobody can match any more.
 */
export function redactResult(result: RunResult, redact: (text: string) => string): RunResult {
  const { failures, diagnosis, grant } = result;
  return {
    ...result,
    failures: failures.map(({ what, message }) => ({ what, message: redact(message) })),
    ...(diagnosis && {
      diagnosis: {
        ...diagnosis,
        evidence: redactDeep(diagnosis.evidence, redact),
        details: redactDeep(diagnosis.details, redact),
        remedy: redact(diagnosis.remedy),
      },
    }),
    ...(grant && {
      grant: {
        ...grant,
        evidence: redactDeep(grant.evidence, redact),
        ...(grant.scopes && { scopes: redactDeep(grant.scopes, redact) }),
        ...(grant.identity !== undefined && { identity: redact(grant.identity) }),
      },
    }),
  };
}
