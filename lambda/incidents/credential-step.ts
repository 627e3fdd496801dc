import type { RunResult } from '../run-result.ts';
import type { Alert } from './alert.ts';
import { isDead, kindOf, worstOf } from './blame.ts';
import { credentialAlerts } from './credential-alerts.ts';
import { type Blames, nextBlames } from './credential-blames.ts';
import { stepExpiry } from './expiry.ts';
import { nextGrant } from './grant-memory.ts';
import { isReminderDue, opened, reminded, told } from './incident.ts';
import type { IncidentRules } from './rules.ts';
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
  if (!probes.includes(result.probe) || isOutdated(was.worked, result)) return undefined;

  const blames = nextBlames(was, result, probes);
  const worst = worstOf(blames.all);
  const incident = nextIncident(was.incident, blames, worst, result.observedAt, rules);
  const worked = nextWorked(was.worked, result);
  const memory = nextGrant(was, result);
  const warnedBefore = memory.grantVersion === was.grantVersion ? was.warned : undefined;
  const isKnownDead = [...blames.all.values()].some((blame) => isDead(kindOf(blame)));
  const expiry = isKnownDead
    ? { warned: warnedBefore, due: false }
    : stepExpiry(warnedBefore, memory.grant, result.observedAt, rules.expiryWarningDays);

  const isUnchanged =
    !blames.changed &&
    incident === was.incident &&
    worked === was.worked &&
    memory === was &&
    expiry.warned === was.warned;
  if (isUnchanged) return undefined;

  const { grant, grantReadAt, grantVersion } = memory;
  const state: CredentialState = {
    blames: Object.fromEntries(blames.all),
    ...(incident && { incident }),
    ...(grant && { grant }),
    ...(grantReadAt !== undefined && { grantReadAt }),
    ...(grantVersion !== undefined && { grantVersion }),
    ...(worked && { worked }),
    ...(expiry.warned && { warned: expiry.warned }),
  };
  return {
    state,
    alerts: credentialAlerts({ name, probes, was, state, blames: blames.all, worst, expiryDue: expiry.due }, result),
  };
}

/** The incident after one more result; the same object when nothing is told. */
function nextIncident(
  open: Incident | undefined,
  { all, fresh }: Blames,
  worst: Blame | undefined,
  at: number,
  rules: IncidentRules,
): Incident | undefined {
  if (worst === undefined) return undefined;
  // What is told comes with the evidence of the run that decided it: one that only took blame away decides nothing.
  if (!fresh) return open;
  const kind = kindOf(worst);
  const blames = [...all.values()];
  if (open === undefined) {
    const since = Math.min(...blames.map((blame) => blame.since));
    return sum(blames, ({ runs }) => runs) >= rules.failureThreshold
      ? opened(kind, since, at, whyOf(worst))
      : undefined;
  }
  const alike = blames.filter((blame) => kindOf(blame) === kind);
  if (isNews(open, worst) && sum(alike, ({ alikeRuns = 1 }) => alikeRuns) >= rules.failureThreshold) {
    return told(open, kind, at, whyOf(worst));
  }
  return isReminderDue(open, at, rules) ? reminded(open, at) : open;
}

function sum(blames: readonly Blame[], count: (blame: Blame) => number): number {
  return blames.reduce((total, blame) => total + count(blame), 0);
}

/** Dead is dead: another word for it is news only of another version of the secret. */
function isNews(open: Incident, worst: Blame): boolean {
  const kind = kindOf(worst);
  if (open.told.includes(kind)) return false;
  return !(isDead(kind) && open.told.some(isDead) && open.secretVersion === worst.secretVersion);
}

function whyOf({ failures, diagnosis, secretVersion }: Blame) {
  return { failures, ...(diagnosis && { diagnosis }), ...(secretVersion !== undefined && { secretVersion }) };
}
