import { probeIndex } from './config/probe-index.ts';
import type { Config } from './config/types.ts';
import type { Grant } from './grants/grant.ts';
import type { Alert } from './incidents/alert.ts';
import { stepCredential } from './incidents/credential-step.ts';
import { stepProbe } from './incidents/probe-step.ts';
import type { IncidentRules } from './incidents/rules.ts';
import type { CredentialState } from './incidents/state.ts';
import type { StateStore, Stored } from './ports.ts';
import { ASKED, type RunResult } from './run-result.ts';

/** How often a change is decided anew when somebody else changed the subject first. */
const MAX_DECISIONS = 10;

export interface Settled {
  /** The probes whose result could not be written, with the reason. */
  readonly failed: Map<string, unknown>;
  /** What is now known of each credential that the results used. */
  readonly grants: Map<string, Grant>;
}

/**
 * Writes what the results change: each subject's new state and its alerts in one write.
 *
 * Credentials come first. When a process dies between the two, the run is delivered again, says the same of its
 * credential to no effect, and then reaches its probe; the other way round the probe would call it a duplicate.
 */
export async function settle(results: readonly RunResult[], config: Config, store: StateStore): Promise<Settled> {
  const rules = incidentRules(config);
  const failed = new Map<string, unknown>();
  const grants = new Map<string, Grant>();

  await Promise.all(
    [...Map.groupBy(results, ({ credential }) => credential)].map(async ([name, theirs]) => {
      if (name === undefined) return;
      try {
        const state = await settleCredential(name, theirs, rules, store);
        if (state?.grant) grants.set(name, state.grant);
      } catch (error) {
        for (const { probe } of theirs) failed.set(probe === ASKED ? name : probe, error);
      }
    }),
  );

  await Promise.all(
    results.map(async (result) => {
      if (result.probe === ASKED || failed.has(result.probe)) return;
      try {
        await settleProbe(result, rules, store);
      } catch (error) {
        failed.set(result.probe, error);
      }
    }),
  );
  return { failed, grants };
}

/** One credential, the results of all its probes in this batch: one write. */
function settleCredential(
  name: string,
  results: readonly RunResult[],
  rules: IncidentRules,
  store: StateStore,
): Promise<CredentialState | undefined> {
  const inOrder = results.toSorted((a, b) => a.observedAt - b.observedAt);
  return change({
    name,
    read: () => store.readCredential(name),
    decide: (before: CredentialState | undefined) =>
      inOrder.reduce<Step<CredentialState> | undefined>((folded, result) => {
        const next = stepCredential(folded?.state ?? before, result, rules);
        return next ? { state: next.state, alerts: [...(folded?.alerts ?? []), ...next.alerts] } : folded;
      }, undefined),
    write: ({ state, alerts }, expectedRevision) =>
      store.write({ next: { type: 'credential', name, state }, expectedRevision, alerts }),
  });
}

async function settleProbe(result: RunResult, rules: IncidentRules, store: StateStore): Promise<void> {
  const name = result.probe;
  await change({
    name,
    read: () => store.readProbe(name),
    decide: (before) => stepProbe(before, result, rules),
    write: ({ state, alerts }, expectedRevision) =>
      store.write({ next: { type: 'probe', name, state }, expectedRevision, alerts }),
  });
}

interface Step<State> {
  readonly state: State;
  readonly alerts: readonly Alert[];
}

interface Change<State> {
  readonly name: string;
  readonly read: () => Promise<Stored<State> | undefined>;
  readonly decide: (before: State | undefined) => Step<State> | undefined;
  readonly write: (step: Step<State>, expectedRevision: number | undefined) => Promise<boolean>;
}

/** Reads, decides and writes until the write meets the state that the decision was made on. Gives the state now. */
async function change<State>({ name, read, decide, write }: Change<State>): Promise<State | undefined> {
  for (let decisions = 0; decisions < MAX_DECISIONS; decisions++) {
    const stored = await read();
    const step = decide(stored?.state);
    if (step === undefined) return stored?.state;
    if (await write(step, stored?.revision)) return step.state;
  }
  throw new Error(`${name} was changed by others ${MAX_DECISIONS} times in a row`);
}

function incidentRules(config: Config): IncidentRules {
  const { failureThreshold, remindEveryMs, expiryWarningDays } = config.alerts;
  const { namesByCredential } = probeIndex(config);
  return {
    failureThreshold,
    remindEveryMs,
    expiryWarningDays,
    probesOf: (credential) => namesByCredential.get(credential) ?? [],
  };
}
