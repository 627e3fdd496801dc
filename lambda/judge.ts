import type { CredentialConfig, Probe } from './config/types.ts';
import type { DiagnosisContext } from './diagnosis/diagnosis.ts';
import { refusalOf } from './diagnosis/is-refusal.ts';
import { checkExpectations } from './expectations/check-expectations.ts';
import type { Grant } from './grants/grant.ts';
import type { Observation } from './request/observation.ts';
import type { RunResult } from './run-result.ts';

/** What is known of a run beside what came back. */
export interface RunFacts {
  readonly probe: Probe;
  readonly slot: number;
  readonly credential?: CredentialConfig | undefined;
  readonly grant?: Grant;
  readonly secretVersion?: string;
}

/** Whether what came back is well, a refusal and why, or a failure. Pure. */
export function judge(observation: Observation, facts: RunFacts): RunResult {
  const { probe, slot, grant, secretVersion } = facts;
  const { response, failure, certificateExpiresAt } = observation;
  const base = {
    probe: probe.name,
    ...(probe.credential !== undefined && { credential: probe.credential }),
    slot,
    observedAt: observation.startedAt,
    url: observation.request.url,
    durationMs: observation.phases.totalMs,
    phases: observation.phases,
    ...(grant && { grant }),
    ...(secretVersion !== undefined && { secretVersion }),
    ...(certificateExpiresAt !== undefined && { certificateExpiresAt }),
  };
  if (response === undefined) {
    return { ...base, outcome: 'failed', failures: [{ what: failure.kind, message: failure.message }] };
  }
  const { status } = response;
  const failures = checkExpectations(probe, observation);
  const statusIsExpected = !failures.some(({ what }) => what === 'status');
  // A status that the user asked for is no refusal, whatever it is; only a 2xx may still say no in its body.
  const mayBeRefusal = !statusIsExpected || status < 300;
  const diagnosis = mayBeRefusal ? refusalOf(observation, contextOf(observation, facts)) : undefined;
  if (diagnosis) return { ...base, status, outcome: 'refused', diagnosis, failures };
  return { ...base, status, outcome: failures.length === 0 ? 'ok' : 'failed', failures };
}

function contextOf(observation: Observation, { credential, grant }: RunFacts): DiagnosisContext {
  return {
    credentialSent: observation.request.credentialSent,
    now: observation.startedAt,
    ...(credential?.provider && { provider: credential.provider }),
    ...(credential?.scopes && { wantedScopes: credential.scopes }),
    ...(grant?.expiresAt !== undefined && { credentialExpiresAt: grant.expiresAt }),
  };
}
