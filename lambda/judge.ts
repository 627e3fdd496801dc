import type { CredentialConfig, Probe } from './config/types.ts';
import { certificateRefused } from './diagnosis/certificate-refused.ts';
import type { Diagnosis, DiagnosisContext, Refusal } from './diagnosis/diagnosis.ts';
import { refusalOf } from './diagnosis/is-refusal.ts';
import { checkExpectations } from './expectations/check-expectations.ts';
import type { Grant } from './grants/grant.ts';
import type { Success } from './incidents/state.ts';
import type { Observation } from './request/observation.ts';
import type { RunResult } from './run-result.ts';

/** What is known of a run beside what came back. */
export interface RunFacts {
  readonly probe: Probe;
  readonly slot: number;
  readonly credential?: CredentialConfig | undefined;
  readonly grant?: Grant;
  /** When the credential ends, by this reading or by an earlier one of the same secret; epoch seconds. */
  readonly expiresAt?: number;
  readonly secretVersion?: string;
  /** When the probe last went well. */
  readonly succeeded?: Success;
}

type Answered = Extract<Observation, { readonly response: object }>;

/** Whether what came back is well, a refusal and why, or a failure. Pure. */
export function judge(observation: Observation, facts: RunFacts): RunResult {
  const { probe, slot, grant, secretVersion } = facts;
  const { request, response, failure, certificateExpiresAt } = observation;
  const base = {
    probe: probe.name,
    ...(probe.credential !== undefined && { credential: probe.credential }),
    slot,
    observedAt: observation.startedAt,
    url: request.url,
    durationMs: observation.phases.totalMs,
    phases: observation.phases,
    ...(probe.credential !== undefined && { credentialSent: request.credentialSent }),
    ...(grant && { grant }),
    ...(secretVersion !== undefined && { secretVersion }),
    ...(certificateExpiresAt !== undefined && { certificateExpiresAt }),
  };
  if (response === undefined) {
    const failures = [{ what: failure.kind, message: failure.message }];
    const diagnosis = diagnoseAlert(observation, facts);
    return diagnosis ? { ...base, outcome: 'refused', diagnosis, failures } : { ...base, outcome: 'failed', failures };
  }
  const { status } = response;
  const failures = checkExpectations(probe, observation);
  const statusIsExpected = !failures.some(({ what }) => what === 'status');
  // A status that the user asked for is no refusal, whatever it is; only a 2xx may still say no in its body.
  const mayBeRefusal = !statusIsExpected || status < 300;
  const context = contextOf(observation, facts);
  const diagnosis = mayBeRefusal
    ? (refusalOf(observation, context) ?? refusalOf(loginRedirect(observation), context))
    : undefined;
  if (diagnosis) return { ...base, status, outcome: 'refused', diagnosis, failures };
  return { ...base, status, outcome: failures.length === 0 ? 'ok' : 'failed', failures };
}

/** A server that ends TLS because of the certificate that is the credential gives no other answer. */
function diagnoseAlert(
  { request, failure, startedAt }: Observation,
  { credential, expiresAt }: RunFacts,
): Diagnosis | undefined {
  if (failure?.alert === undefined || credential?.kind !== 'mtls' || !request.credentialSent) return undefined;
  return certificateRefused(failure.alert, expiresAt, startedAt);
}

/**
 * The redirect that led to a page instead of the API's answer, as the answer that it is; the last one that was
 * followed, because an application often sends to its own start page first. A page that nobody was redirected to, and
 * anything that is no page, stays what it is.
 */
function loginRedirect({ request, response, redirects }: Answered): Refusal {
  const target = redirects.at(-1);
  const isPage = /^(?:text\/html|application\/xhtml)/i.test(response.headers['content-type'] ?? '');
  return target === undefined || !isPage
    ? { request, response }
    : { request, response: { status: 302, headers: { location: target }, body: '' } };
}

function contextOf(
  observation: Observation,
  { credential, expiresAt, succeeded, secretVersion }: RunFacts,
): DiagnosisContext {
  // What went well with another secret says nothing of this one.
  const sameCall = succeeded !== undefined && succeeded.secretVersion === secretVersion;
  return {
    credentialSent: observation.request.credentialSent,
    now: observation.startedAt,
    ...(credential?.provider && { provider: credential.provider }),
    ...(credential?.scopes && { wantedScopes: credential.scopes }),
    ...(expiresAt !== undefined && { credentialExpiresAt: expiresAt }),
    ...(sameCall && { succeededAt: succeeded.at }),
  };
}
