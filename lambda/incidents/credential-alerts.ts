import { ASKED, type RunResult } from '../run-result.ts';
import type { Alert } from './alert.ts';
import { kindOf } from './blame.ts';
import { type Facts, newAlert } from './new-alert.ts';
import { type Blame, type CredentialState, GRANT } from './state.ts';

/** How a credential's state went from one to the next. */
export interface Change {
  readonly name: string;
  readonly probes: readonly string[];
  readonly was: CredentialState;
  readonly state: CredentialState;
  readonly blames: ReadonlyMap<string, Blame>;
  readonly worst: Blame | undefined;
  readonly expiryDue: boolean;
}

/** What is said about the change, at most one alert of the incident and one of the expiry. */
export function credentialAlerts(change: Change, result: RunResult): readonly Alert[] {
  const { name, state } = change;
  const subject = { type: 'credential', name } as const;
  const grant = state.grant && { grant: state.grant };
  return [incidentFacts(change), expiryFacts(change, result), identityFacts(change, result)].flatMap((facts) =>
    facts ? [newAlert({ subject, ...grant, ...facts }, result)] : [],
  );
}

type SomeFacts = Omit<Facts, 'subject' | 'grant'>;

function incidentFacts({ was, state, blames, probes, worst }: Change): SomeFacts | undefined {
  const before = was.incident;
  const now = state.incident;
  if (now === before) return undefined;
  if (now === undefined) return before && { ...recoveryFacts(before), probes };
  const kind = now.told.length > (before?.told.length ?? 0) ? now.told.at(-1) : undefined;
  const why = kind === undefined ? worst : now;
  const failing = failingFirst(blames);
  const facts = {
    since: now.since,
    probes: [...failing, ...probes.filter((probe) => !blames.has(probe))],
    failingCount: failing.length,
    failures: why?.failures ?? [],
    ...(why?.diagnosis && { diagnosis: why.diagnosis }),
    ...(why?.previousAccepted && { previousAccepted: true }),
  };
  if (kind) return { ...facts, kind };
  return {
    ...facts,
    kind: 'reminder',
    announcedAs: worst && kindOf(worst),
    transition: `after ${before?.lastAlertAt}`,
  };
}

function recoveryFacts({ since, told, diagnosis, failures = [] }: NonNullable<CredentialState['incident']>) {
  return { kind: 'recovered', since, announcedAs: told.at(-1), failures, ...(diagnosis && { diagnosis }) } as const;
}

function expiryFacts({ state, probes, expiryDue }: Change, { observedAt }: RunResult): SomeFacts | undefined {
  const { warned, grantVersion } = state;
  if (!expiryDue || warned === undefined) return undefined;
  const transition = [warned.expiresAt, warned.days, grantVersion ?? ''].join('/');
  return { kind: 'credential-expiring', since: observedAt, transition, probes };
}

function identityFacts({ was, state, probes }: Change, { observedAt, grant }: RunResult): SomeFacts | undefined {
  if (state.identityToldFor === was.identityToldFor || grant?.identityFrom === undefined) return undefined;
  const identityBefore = was.identities?.[grant.identityFrom];
  const transition = `${grant.identityFrom}/${state.identityToldFor}`;
  return { kind: 'identity-changed', since: observedAt, transition, probes, ...(identityBefore && { identityBefore }) };
}

function failingFirst(blames: ReadonlyMap<string, Blame>): readonly string[] {
  return [...blames]
    .filter(([key]) => key !== GRANT && key !== ASKED)
    .sort(([a, { since }], [b, { since: other }]) => since - other || (a < b ? -1 : 1))
    .map(([key]) => key);
}
