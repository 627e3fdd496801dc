import { parseSecretRef } from './config/secret-ref.ts';
import type { CredentialConfig, Probe } from './config/types.ts';
import { type Authorisation, authorise } from './credentials/authorise.ts';
import type { SecretCache } from './credentials/secret-cache.ts';
import { selectField } from './credentials/select-field.ts';
import { readGrant } from './grants/read-grant.ts';
import { blames } from './incidents/blame.ts';
import type { Success } from './incidents/state.ts';
import { judge } from './judge.ts';
import type { ReadSecret } from './ports.ts';
import { redactResult } from './redact-result.ts';
import { redactor } from './redaction/redactor.ts';
import type { Observation } from './request/observation.ts';
import { request } from './request/request.ts';
import type { RunResult } from './run-result.ts';

export interface RunProbeDeps {
  readonly credentials: Readonly<Record<string, CredentialConfig>>;
  readonly secrets: SecretCache;
  readonly now: () => number;
}

/** One run that is to be made. */
export interface PlannedRun {
  readonly probe: Probe;
  /** Start of the slot, epoch milliseconds. */
  readonly slot: number;
  /** Epoch milliseconds by which the answer must be in. */
  readonly deadline: number;
  /** When the probe last went well, where that is known. */
  readonly succeeded?: Success;
}

/**
 * Runs one probe once: credential → request → diagnosis, expectations and grant.
 *
 * A refused or silent target is a result, and so is a secret that is missing or forbidden; this rejects only when the
 * monitor itself is broken. When the refusal blames the credential, its secret is read again, and the call is repeated
 * only if the value has changed: a rotation is not an outage.
 *
 */
export async function runProbe(planned: PlannedRun, deps: RunProbeDeps): Promise<RunResult> {
  const { probe } = planned;
  const credential = probe.credential === undefined ? undefined : deps.credentials[probe.credential];
  const run = { ...planned, credential, deps };
  if (credential === undefined) return attempt(run, undefined);

  const secret = await deps.secrets.current(credential.secret);
  const startedAt = deps.now();
  const result = await attempt(run, secret);
  if (!blames(result)) return result;

  const fresh = await deps.secrets.readSince(credential.secret, startedAt);
  return fresh.value === undefined || fresh.value === secret.value ? result : attempt(run, fresh);
}

interface Run extends PlannedRun {
  readonly credential: CredentialConfig | undefined;
  readonly deps: RunProbeDeps;
}

async function attempt(run: Run, secret: ReadSecret | undefined): Promise<RunResult> {
  if (run.credential === undefined || secret === undefined) return judge(await exchange(run), run);
  const usable = authorisationFrom(run.credential, secret);
  if ('problem' in usable) return unreadable(run, usable.problem);
  const observation = await exchange(run, usable);
  const grant = readGrant({ observation, credential: run.credential, ...(usable.token && { token: usable.token }) });
  const known = {
    ...run,
    ...(grant && { grant }),
    ...(secret.version !== undefined && { secretVersion: secret.version }),
  };
  return redactResult(judge(observation, known), redactor(usable.secrets));
}

function exchange({ probe, deadline }: Run, authorisation?: Authorisation): Promise<Observation> {
  return request({
    probe,
    deadlineMs: deadline,
    ...(authorisation && { authorisation }),
  });
}

function authorisationFrom(credential: CredentialConfig, secret: ReadSecret): Authorisation | { problem: string } {
  if (secret.value === undefined) return { problem: secret.unreadable };
  const ref = parseSecretRef(credential.secret);
  const field = ref.store === 'secrets-manager' ? ref.field : undefined;
  if (field === undefined) return authorise(credential, secret.value);
  const selected = selectField(secret.value, field);
  return 'problem' in selected ? selected : authorise(credential, selected.value);
}

function unreadable({ probe, slot, deps }: Run, reason: string): RunResult {
  return {
    probe: probe.name,
    ...(probe.credential !== undefined && { credential: probe.credential }),
    slot,
    observedAt: deps.now(),
    url: probe.url,
    outcome: 'failed',
    durationMs: 0,
    phases: { totalMs: 0 },
    failures: [{ what: 'credential', message: reason }],
    credentialUnreadable: reason,
  };
}
