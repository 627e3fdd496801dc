import { CAUSES } from '../diagnosis/causes.ts';
import type { Grant } from '../grants/grant.ts';
import type { RunResult } from '../run-result.ts';
import { blames, nextBlame } from './blame.ts';
import { boundedDiagnosis } from './bounded.ts';
import { type Blame, type CredentialState, GRANT } from './state.ts';

/**
 * Turns a reading of the scopes into a blame of the grant's own, or takes it back.
 *
 * A result that blames the credential anyway is not counted twice. A slot in which many probes read the same grant
 * counts once.
 */
export function nextGrantBlame(all: Map<string, Blame>, before: CredentialState, result: RunResult): void {
  const { grant, slot, observedAt, secretVersion } = result;
  if (grant === undefined) return;
  const own = all.get(GRANT);
  const isLate = own !== undefined && (slot <= own.slot || observedAt <= own.observedAt);
  if (isLate) return;
  if (grant.missingScopes !== undefined && grant.missingScopes.length > 0) {
    if (blames(result)) return;
    const diagnosis = scopesAreMissing(grant, grant.missingScopes);
    const latest = { slot, observedAt, failures: [], diagnosis, ...(secretVersion !== undefined && { secretVersion }) };
    all.set(GRANT, nextBlame(own, latest));
    return;
  }
  if (grant.scopes === undefined && grant.missingScopes === undefined) return;
  all.delete(GRANT);
  dropNewlyGranted(all, before.grant, grant, observedAt);
}

/**
 * Drops the blames whose missing scopes have just appeared, without waiting for their probes to come round.
 *
 * Only scopes that the last reading did not show count: where a probe is refused for a scope that the grant has had
 * all along, the refusal is right and the grant is not the whole truth.
 */
function dropNewlyGranted(all: Map<string, Blame>, before: Grant | undefined, grant: Grant, observedAt: number): void {
  const had = new Set(before?.scopes);
  const gained = new Set(grant.scopes?.filter((scope) => !had.has(scope)));
  if (gained.size === 0) return;
  for (const [key, { diagnosis, observedAt: blamedAt }] of all) {
    const missing = diagnosis?.cause === 'scope-missing' ? (diagnosis.details.missingScopes ?? []) : [];
    if (missing.length > 0 && blamedAt < observedAt && missing.every((scope) => gained.has(scope))) all.delete(key);
  }
}

function scopesAreMissing({ scopes, scopesFrom, evidence: all }: Grant, missingScopes: readonly string[]) {
  const ofScopes = all.filter(({ where }) => where === scopesFrom);
  const evidence = ofScopes.length > 0 ? ofScopes : all;
  return boundedDiagnosis({
    cause: 'scope-missing',
    family: CAUSES['scope-missing'],
    confidence: 'certain',
    evidence: evidence.length > 0 ? evidence : [{ where: 'granted scopes', what: scopes?.join(' ') || 'none' }],
    details: { missingScopes, ...(scopes && { grantedScopes: scopes }) },
    remedy: 'Issue the credential again with the missing scopes, or configure the scopes that it needs.',
  });
}
