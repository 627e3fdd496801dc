import type { Alert } from '../../lambda/incidents/alert.ts';
import { stepCredential } from '../../lambda/incidents/credential-step.ts';
import { stepProbe } from '../../lambda/incidents/probe-step.ts';
import type { IncidentRules } from '../../lambda/incidents/rules.ts';
import type { CredentialState, ProbeState } from '../../lambda/incidents/state.ts';
import type { RunResult } from '../../lambda/run-result.ts';

/** A monitor's memory, and what happens to it. */
export interface Play {
  readonly probes: Map<string, ProbeState>;
  readonly credentials: Map<string, CredentialState>;
  readonly alerts: Alert[];
  /** How often a credential was written. */
  credentialWrites: number;
}

export function newPlay(): Play {
  return { probes: new Map(), credentials: new Map(), alerts: [], credentialWrites: 0 };
}

/**
 * Takes results in as the monitor does: what its probe has seen already is dropped, then the credential is decided,
 * then the probe.
 *
 * @returns the alerts that they caused
 */
export function take(play: Play, rules: IncidentRules, ...results: readonly RunResult[]): readonly Alert[] {
  const before = play.alerts.length;
  for (const result of results) {
    const lastSlot = play.probes.get(result.probe)?.slot ?? -1;
    if (result.slot <= lastSlot) continue;
    if (result.credential !== undefined) {
      const step = stepCredential(play.credentials.get(result.credential), result, rules);
      if (step) {
        play.credentials.set(result.credential, step.state);
        play.credentialWrites += 1;
        play.alerts.push(...step.alerts);
      }
    }
    const step = stepProbe(play.probes.get(result.probe), result, rules);
    if (step) {
      play.probes.set(result.probe, step.state);
      play.alerts.push(...step.alerts);
    }
  }
  return play.alerts.slice(before);
}
