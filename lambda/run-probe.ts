import type { CredentialConfig, Probe } from './config/types.ts';
import { type Authorisation, type CredentialProblem, madeOf } from './credentials/authorisation.ts';
import type { Authorise } from './credentials/authorise.ts';
import { isMinted } from './credentials/is-minted.ts';
import type { Introspect } from './credentials/oauth/introspect.ts';
import type { SecretCache } from './credentials/secret-cache.ts';
import { usableSecret } from './credentials/usable-secret.ts';
import { withoutStaleExpiry } from './grants/declared.ts';
import { readGrant } from './grants/read-grant.ts';
import { blames, clears } from './incidents/blame.ts';
import type { KnownCredential } from './incidents/known.ts';
import type { Success } from './incidents/state.ts';
import { judge } from './judge.ts';
import type { ReadSecret } from './ports.ts';
import { redactResult } from './redact-result.ts';
import { redactor } from './redaction/redactor.ts';
import type { Observation } from './request/observation.ts';
import type { request } from './request/request.ts';
import type { RunResult } from './run-result.ts';
import { unusable } from './unusable.ts';

export interface RunProbeDeps {
  readonly credentials: Readonly<Record<string, CredentialConfig>>;
  readonly secrets: SecretCache;
  readonly authorise: Authorise;
  readonly introspect: Introspect;
  readonly request: typeof request;
  readonly now: () => number;
}

/** One run that is to be made. */
export interface PlannedRun {
  readonly probe: Probe;
  /** Start of the slot, epoch milliseconds. */
  readonly slot: number;
  /** Epoch milliseconds by which the answer must be in. */
  readonly deadline: number;
  /** The secret has a new version: a value that was read before this, epoch milliseconds, will not do. */
  readonly secretSince?: number;
  /** When the probe last went well, where that is known. */
  readonly succeeded?: Success;
  /** What was last known of the credential. */
  readonly known?: KnownCredential;
}

/**
 * Runs one probe once: credential → request → diagnosis, expectations and grant.
 *
 * A refused or silent target is a result, and so is a credential that cannot be used; this rejects only when the
 * monitor itself is broken. When the refusal blames the credential, its secret is read again, and the call is repeated
 * only if the value has changed, or with a token that is minted anew: a rotation is not an outage. Should a new version
 * of the secret be refused, the version that worked before is tried, because that tells what to do.
 */
export async function runProbe(planned: PlannedRun, deps: RunProbeDeps): Promise<RunResult> {
  const { probe, secretSince } = planned;
  const credential = probe.credential === undefined ? undefined : deps.credentials[probe.credential];
  const run = { ...planned, credential, deps };
  if (credential === undefined) return judge(await exchange(run), run);

  const startedAt = deps.now();
  const secret = await secretOf(credential, (ref) =>
    secretSince === undefined ? deps.secrets.current(ref) : deps.secrets.readSince(ref, secretSince),
  );
  const result = await attempt(run, secret);
  if (!blames(result)) return result;
  return withPreviousVersion(run, (await secondAttempt(run, secret, startedAt)) ?? result);
}

interface Run extends PlannedRun {
  readonly credential: CredentialConfig | undefined;
  readonly deps: RunProbeDeps;
}

async function secondAttempt(
  run: Run,
  used: ReadSecret | undefined,
  startedAt: number,
): Promise<RunResult | undefined> {
  const { credential, deps } = run;
  if (credential === undefined) return undefined;
  const fresh = await secretOf(credential, (ref) => deps.secrets.readSince(ref, startedAt));
  if (fresh?.unreadable !== undefined) return undefined;
  if (fresh?.value !== used?.value) return attempt(run, fresh);
  return isMinted(credential) ? attempt(run, fresh, deps.now()) : undefined;
}

/** Methods that may be repeated with another credential: they change nothing. */
const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Tries the version that worked before the one that is refused now, while the store still has it. When it is let in,
 * the credential is alive and what was stored last is wrong.
 */
async function withPreviousVersion(run: Run, result: RunResult): Promise<RunResult> {
  const { credential, deps, probe, succeeded } = run;
  const worked = succeeded?.secretVersion;
  if (credential?.secret === undefined || !blames(result) || !SAFE_METHODS.includes(probe.method)) return result;
  // A refresh token must not be spent to find out.
  if (worked === undefined || worked === result.secretVersion || credential.kind === 'oauth2-refresh-token')
    return result;
  const previous = await deps.secrets.previous(credential.secret);
  if (previous?.value === undefined || previous.version !== worked) return result;
  const before = await attempt(run, previous);
  return clears(before) ? { ...result, previousAccepted: true } : result;
}

async function attempt(run: Run, secret: ReadSecret | undefined, refusedAt?: number): Promise<RunResult> {
  const { credential, probe } = run;
  if (credential === undefined || probe.credential === undefined) return judge(await exchange(run), run);
  const version = secret?.version === undefined ? {} : { secretVersion: secret.version };
  const usable = await authorisationOf(run, credential, probe.credential, secret, refusedAt);
  if ('problem' in usable) {
    const notSent = {
      probe: probe.name,
      credential: probe.credential,
      slot: run.slot,
      url: probe.url,
      at: run.deps.now(),
    };
    return { ...unusable(notSent, usable), ...version };
  }
  const observation = await exchange(run, usable);
  const known = run.known?.grantVersion === secret?.version ? run.known : undefined;
  const grant = readGrant({
    observation,
    credential: withoutStaleExpiry(credential, run.known?.declared, secret?.version, run.deps.now()),
    ...(usable.token !== undefined && { token: usable.token }),
    made: madeOf(usable),
    ...(run.known?.baselines && { baselines: run.known.baselines }),
  });
  const expiresAt = grant?.expiresAt ?? known?.grant?.expiresAt;
  const facts = {
    ...run,
    ...version,
    ...(grant && { grant }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  return redactResult(judge(observation, facts), redactor(usable.secrets));
}

function exchange({ probe, deadline, deps }: Run, authorisation?: Authorisation): Promise<Observation> {
  return deps.request({
    probe,
    deadlineMs: deadline,
    ...(authorisation && { authorisation }),
  });
}

function secretOf(
  { secret }: CredentialConfig,
  read: (ref: string) => Promise<ReadSecret>,
): Promise<ReadSecret | undefined> {
  return secret === undefined ? Promise.resolve(undefined) : read(secret);
}

async function authorisationOf(
  { deadline, deps }: Run,
  credential: CredentialConfig,
  name: string,
  secret: ReadSecret | undefined,
  refusedAt: number | undefined,
): Promise<Authorisation | CredentialProblem> {
  const usable = usableSecret(credential, secret);
  if (usable !== undefined && 'problem' in usable) return usable;
  return deps.authorise({
    name,
    credential,
    deadline,
    ...(usable && { secret: usable }),
    ...(refusedAt !== undefined && { refusedAt }),
  });
}
