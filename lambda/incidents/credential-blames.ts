import { ASKED, type RunResult } from '../run-result.ts';
import { blames, clears, kindOf, type NewBlame, nextBlame, showsLife } from './blame.ts';
import { boundedDiagnosis, boundedFailures } from './bounded.ts';
import { nextGrantBlame } from './grant-blame.ts';
import { mayBeCached } from './secret-version.ts';
import { type Blame, type CredentialState, GRANT, MAX_BLAMES } from './state.ts';

/** Who blames the credential after one more result. */
export interface Blames {
  readonly all: ReadonlyMap<string, Blame>;
  /** The result itself added to them: what they say is fresh. */
  readonly fresh: boolean;
  readonly changed: boolean;
}

/**
 * Adds, renews and removes blames by what one result says.
 *
 * @param probes the probes that are configured with the credential now: blames of others are dropped
 */
export function nextBlames(before: CredentialState, result: RunResult, probes: readonly string[]): Blames {
  const was = new Map(Object.entries(before.blames));
  const now = new Map(was);
  dropUnconfigured(now, probes);
  if (showsLife(result)) dropOtherVersions(now, before, result);
  if (clears(result)) clearOwn(now, before, result);
  if (blames(result)) addOwn(now, result);
  nextGrantBlame(now, before, result);
  const changedKeys = [...now.keys()].filter((key) => now.get(key) !== was.get(key));
  return { all: now, fresh: changedKeys.length > 0, changed: changedKeys.length > 0 || now.size !== was.size };
}

function dropUnconfigured(all: Map<string, Blame>, probes: readonly string[]): void {
  if (all.size === 0) return;
  const configured = new Set([...probes, GRANT, ASKED]);
  for (const key of all.keys()) if (!configured.has(key)) all.delete(key);
}

/**
 * The secret was renewed and the new one is alive: what was said of the old one is void, for every probe at once.
 * A missing scope stays until its probe has been let in: a renewed token often has the scopes of the old one.
 */
function dropOtherVersions(all: Map<string, Blame>, before: CredentialState, result: RunResult): void {
  for (const [key, blame] of all) {
    if (blame.secretVersion === result.secretVersion || blame.observedAt > result.observedAt) continue;
    if (kindOf(blame) === 'scope-lost' && key !== GRANT) continue;
    if (!mayBeCached(before.worked, blame, result)) all.delete(key);
  }
}

function clearOwn(all: Map<string, Blame>, before: CredentialState, result: RunResult): void {
  const own = all.get(result.probe);
  if (own && result.slot > own.slot && !mayBeCached(before.worked, own, result)) all.delete(result.probe);
}

function addOwn(all: Map<string, Blame>, result: RunResult): void {
  const own = all.get(result.probe);
  if (own ? result.slot <= own.slot : all.size >= MAX_BLAMES) return;
  all.set(result.probe, nextBlame(own, blameIn(result)));
}

/** Of a credential that could not be used, why; whatever else the run failed at. */
function whyUnusable({ credentialUnreadable, failures }: RunResult): RunResult['failures'] | undefined {
  if (credentialUnreadable === undefined) return undefined;
  const own = failures.filter(({ what }) => what === 'credential' || what === 'token');
  return own.length > 0 ? own : [{ what: 'credential', message: credentialUnreadable }];
}

function blameIn(result: RunResult): NewBlame {
  const { slot, observedAt, secretVersion, diagnosis, failures, previousAccepted } = result;
  return {
    slot,
    observedAt,
    failures: boundedFailures(whyUnusable(result) ?? failures),
    ...(previousAccepted && { previousAccepted }),
    ...(secretVersion !== undefined && { secretVersion }),
    ...(diagnosis && { diagnosis: boundedDiagnosis(diagnosis) }),
  };
}
