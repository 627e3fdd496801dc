import { ASKED, type RunResult } from '../run-result.ts';
import type { Alert } from './alert.ts';
import { nextAsked } from './asked.ts';
import { clears, isDead, kindOf, showsLife, worstOf } from './blame.ts';
import { firmBlames, nextBlamed } from './blamed-slots.ts';
import { credentialAlerts } from './credential-alerts.ts';
import { type Blames, nextBlames } from './credential-blames.ts';
import { nextDeclared } from './declared.ts';
import { nextExpiry } from './expiry-memory.ts';
import { nextGrant } from './grant-memory.ts';
import { nextIdentities } from './identity.ts';
import { isReminderDue, opened, reminded, told } from './incident.ts';
import type { IncidentRules } from './rules.ts';
import { nextBaselines } from './scope-baseline.ts';
import { isOutdated, nextWorked } from './secret-version.ts';
import type { Blame, CredentialState, Incident } from './state.ts';

export interface CredentialStep {
  readonly state: CredentialState;
  readonly alerts: readonly Alert[];
}

/**
 * What one run makes of the credential that it used.
 *
 * Runs of many probes meet here in any order, so each probe's word is kept apart, and one incident stands for all of
 * them: it opens when together they have blamed the credential often enough, and closes when none does any more.
 * A probe's duplicate and late runs must be kept away by what is known of the probe.
 *
 * @returns undefined when nothing changes, so that a healthy credential costs no write
 */
export function stepCredential(
  before: CredentialState | undefined,
  result: RunResult,
  rules: IncidentRules,
): CredentialStep | undefined {
  const name = result.credential;
  if (name === undefined) return undefined;
  const probes = rules.probesOf(name);
  const was: CredentialState = before ?? { blames: {} };
  const isWitness = result.probe === ASKED || probes.includes(result.probe);
  if (!isWitness || isOutdated(was.worked, result)) return undefined;

  const blames = nextBlames(was, result, probes);
  const worst = worstOf(blames.all);
  const blamed = nextBlamed(was, blames, result);
  const incident = nextIncident({ open: was.incident, blames, worst, blamed, result, rules });
  const worked = nextWorked(was.worked, result);
  const memory = nextGrant(was, result);
  const baselines = nextBaselines(was, result.grant);
  const identities = nextIdentities(was, result);
  const asked = nextAsked(was.asked, result);
  const declared = nextDeclared(was.declared, result);
  // Where one API refuses what another lets in, the end is still ahead.
  const isKnownDead = !showsLife(result) && [...blames.all.values()].some((blame) => isDead(kindOf(blame)));
  const expiry = nextExpiry(was, memory, result.observedAt, isKnownDead ? [] : rules.expiryWarningDays);

  const isUnchanged =
    !blames.changed &&
    blamed === was.blamedFor &&
    incident === was.incident &&
    worked === was.worked &&
    memory === was &&
    baselines === was &&
    identities === was &&
    asked === was.asked &&
    declared === was.declared &&
    expiry.warned === was.warned &&
    expiry.warnedEarlier === was.warnedEarlier;
  if (isUnchanged) return undefined;

  const { grant, grantReadAt, grantVersion } = memory;
  const state: CredentialState = {
    blames: Object.fromEntries(blames.all),
    ...(blamed && { blamedFor: blamed }),
    ...(incident && { incident }),
    ...(grant && { grant }),
    ...(grantReadAt !== undefined && { grantReadAt }),
    ...(grantVersion !== undefined && { grantVersion }),
    ...(worked && { worked }),
    ...(baselines.baselines && { baselines: baselines.baselines }),
    ...(baselines.gained && { gained: baselines.gained }),
    ...(identities.identities && { identities: identities.identities }),
    ...(identities.identityToldFor !== undefined && { identityToldFor: identities.identityToldFor }),
    ...(asked && { asked }),
    ...(declared && { declared }),
    ...(expiry.warned && { warned: expiry.warned }),
    ...(expiry.warnedEarlier && { warnedEarlier: expiry.warnedEarlier }),
  };
  return {
    state,
    alerts: credentialAlerts({ name, probes, was, state, blames: blames.all, worst, expiryDue: expiry.due }, result),
  };
}

interface Situation {
  readonly open: Incident | undefined;
  readonly blames: Blames;
  readonly worst: Blame | undefined;
  readonly blamed: CredentialState['blamedFor'];
  readonly result: RunResult;
  readonly rules: IncidentRules;
}

/** The incident after one more result; the same object when nothing is told. */
function nextIncident({ open, blames, worst, blamed, result, rules }: Situation): Incident | undefined {
  // A probe that the configuration no longer has takes its blame along; that alone does not mend the credential.
  if (worst === undefined) return clears(result) || showsLostScopes(open, result) ? undefined : open;
  // What is told comes with the evidence of the run that decided it: one that only took blame away decides nothing.
  if (!blames.fresh) return open;
  const kind = kindOf(worst);
  const all = [...blames.all.values()];
  const at = result.observedAt;
  if (open === undefined) {
    const firm = firmBlames(blames.all, blamed, rules.failureThreshold);
    const decisive = worstOf(firm);
    if (decisive === undefined) return undefined;
    const since = Math.min(...[...firm.values()].map((blame) => blame.since));
    return opened(kindOf(decisive), since, at, whyOf(decisive));
  }
  const alike = all.filter((blame) => kindOf(blame) === kind).map(({ alikeRuns = 1 }) => alikeRuns);
  if (isNews(open, worst) && Math.max(...alike) >= rules.failureThreshold) return told(open, kind, at, whyOf(worst));
  return isReminderDue(open, at, rules) ? reminded(open, at) : open;
}

/** What is told of is that scopes are missing, and a reading shows them again: nobody need be let in for that. */
function showsLostScopes(open: Incident | undefined, { grant }: RunResult): boolean {
  return open?.told.at(-1) === 'scope-lost' && grant?.scopes !== undefined && !grant.missingScopes?.length;
}

/** Dead is dead: another word for it is news only of another version of the secret. */
function isNews(open: Incident, worst: Blame): boolean {
  const kind = kindOf(worst);
  if (open.told.includes(kind)) return false;
  return !(isDead(kind) && open.told.some(isDead) && open.secretVersion === worst.secretVersion);
}

function whyOf({ failures, diagnosis, secretVersion, previousAccepted }: Blame) {
  return {
    failures,
    ...(diagnosis && { diagnosis }),
    ...(secretVersion !== undefined && { secretVersion }),
    ...(previousAccepted && { previousAccepted }),
  };
}
