import type { Details, Diagnosis, Evidence } from '../diagnosis/diagnosis.ts';
import type { Grant } from '../grants/grant.ts';
import type { Failure } from '../run-result.ts';

/**
 * What is kept of a server's words in a state or an alert. A credential keeps a diagnosis for each of `MAX_BLAMES`
 * probes in one item of at most 400 KB, so that each stays below 4,000 bytes of JSON whatever the server sent.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (item size)
 */
const MAX_EVIDENCE = 3;
const MAX_WHERE_BYTES = 60;
const MAX_WHAT_BYTES = 200;
const MAX_DETAIL_BYTES = 100;
const MAX_DETAIL_SCOPES = 8;
const MAX_DETAIL_SCOPE_BYTES = 64;
const MAX_REMEDY_BYTES = 500;
const MAX_FAILURES = 2;

/** A grant is kept once a credential, so it may be longer. */
const MAX_GRANT_SCOPES = 100;
const MAX_GRANT_SCOPE_BYTES = 100;

/** The diagnosis, cut to what a person can use. */
export function boundedDiagnosis(diagnosis: Diagnosis): Diagnosis {
  return {
    ...diagnosis,
    evidence: boundedEvidence(diagnosis.evidence),
    details: boundedDetails(diagnosis.details),
    remedy: cut(diagnosis.remedy, MAX_REMEDY_BYTES),
  };
}

export function boundedFailures(failures: readonly Failure[]): readonly Failure[] {
  return failures
    .slice(0, MAX_FAILURES)
    .map(({ what, message }) => ({ what: cut(what, MAX_WHERE_BYTES), message: cut(message, MAX_WHAT_BYTES) }));
}

export function boundedGrant(grant: Grant): Grant {
  return {
    ...finite(grant),
    evidence: boundedEvidence(grant.evidence),
    ...(grant.scopes && { scopes: boundedScopes(grant.scopes, MAX_GRANT_SCOPES, MAX_GRANT_SCOPE_BYTES) }),
    ...(grant.missingScopes && {
      missingScopes: boundedScopes(grant.missingScopes, MAX_GRANT_SCOPES, MAX_GRANT_SCOPE_BYTES),
    }),
    ...(grant.identity !== undefined && { identity: cut(grant.identity, MAX_DETAIL_BYTES) }),
  };
}

/** The longest beginning of the text that takes at most `maxBytes` in JSON, on whole characters. */
export function cut(text: string, maxBytes: number): string {
  const ellipsis = '...';
  let bytes = 0;
  let end = 0;
  let endWithEllipsis = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(JSON.stringify(character)) - '""'.length;
    if (bytes > maxBytes) return text.slice(0, endWithEllipsis) + ellipsis;
    end += character.length;
    if (bytes <= maxBytes - ellipsis.length) endWithEllipsis = end;
  }
  return text;
}

function boundedEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence
    .slice(0, MAX_EVIDENCE)
    .map(({ where, what }) => ({ where: cut(where, MAX_WHERE_BYTES), what: cut(what, MAX_WHAT_BYTES) }));
}

function boundedDetails(details: Details): Details {
  const entries = Object.entries(finite(details)).map(([name, value]) => {
    if (typeof value === 'string') return [name, cut(value, MAX_DETAIL_BYTES)];
    return [name, Array.isArray(value) ? boundedScopes(value, MAX_DETAIL_SCOPES, MAX_DETAIL_SCOPE_BYTES) : value];
  });
  return Object.fromEntries(entries) as Details;
}

/** Without numbers that JSON cannot hold: it would turn them into null, which is no state of ours. */
function finite<Facts extends object>(facts: Facts): Facts {
  const kept = Object.entries(facts).filter(([, value]) => typeof value !== 'number' || Number.isFinite(value));
  return Object.fromEntries(kept) as Facts;
}

function boundedScopes(scopes: readonly string[], max: number, maxBytes: number): readonly string[] {
  return scopes.slice(0, max).map((scope) => cut(scope, maxBytes));
}
