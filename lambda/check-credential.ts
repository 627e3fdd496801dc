import { askIssuer } from './ask-issuer.ts';
import type { CredentialConfig, Probe } from './config/types.ts';
import { type Authorisation, madeOf } from './credentials/authorisation.ts';
import { isMinted } from './credentials/is-minted.ts';
import { usableSecret } from './credentials/usable-secret.ts';
import { type Answered, judgeAnswers } from './grants/asked.ts';
import { baseFor } from './grants/base.ts';
import { withoutStaleExpiry } from './grants/declared.ts';
import { grantOf } from './grants/grant-of.ts';
import { afterLife, diagnosisOfLife } from './grants/life-diagnosis.ts';
import type { Question } from './grants/provider.ts';
import { providerFor } from './grants/providers/index.ts';
import { ownReadings } from './grants/read-grant.ts';
import type { GrantReading } from './grants/reading.ts';
import type { KnownCredential } from './incidents/known.ts';
import type { ReadSecret } from './ports.ts';
import { redactResult } from './redact-result.ts';
import { redactor } from './redaction/redactor.ts';
import type { RunProbeDeps } from './run-probe.ts';
import { ASKED, type RunResult } from './run-result.ts';
import { unusable } from './unusable.ts';

/** How long a provider has to answer one question. */
const QUESTION_TIMEOUT_MS = 10_000;

/** One asking about a credential that is due. */
export interface PlannedCheck {
  /** Key of `Config.credentials`. */
  readonly name: string;
  readonly credential: CredentialConfig;
  /** Of the probes that use it. */
  readonly urls: readonly string[];
  /** Start of the slot, epoch milliseconds. */
  readonly slot: number;
  /** Epoch milliseconds by which it must have ended. */
  readonly deadline: number;
  /** The secret has a new version: a value that was read before this, epoch milliseconds, will not do. */
  readonly secretSince?: number;
  readonly known?: KnownCredential;
  /** A probe is refused for the credential's sake just now: what the provider says of it needs no other witness. */
  readonly isBlamed?: boolean;
}

export type CheckDeps = RunProbeDeps;

/**
 * Asks about one credential: secret → token → the provider's own word on its life, its end, its scopes and its
 * identity. Gives a result like a run's, under the name `ASKED`, so that it counts in the credential's incident like
 * one more witness.
 *
 * A provider that says nothing, or cannot be reached, neither blames nor clears. One that says "no" where it never said
 * "yes" to this version of the secret may just not be the one to ask, and is believed only beside a refused probe.
 */
export async function checkCredential(planned: PlannedCheck, deps: CheckDeps): Promise<RunResult> {
  const startedAt = deps.now();
  const { credential, secretSince } = planned;
  const read = (secret: string) =>
    secretSince === undefined ? deps.secrets.current(secret) : deps.secrets.readSince(secret, secretSince);
  const secret = credential.secret === undefined ? undefined : await read(credential.secret);
  const result = await attempt(planned, secret, deps);
  if (result.outcome !== 'refused') return result;
  // As with a probe: neither a rotation nor a token that was ended before its time is an end of the credential.
  const fresh =
    credential.secret === undefined ? undefined : await deps.secrets.readSince(credential.secret, startedAt);
  if (fresh?.unreadable !== undefined) return result;
  if (fresh?.value !== secret?.value) return attempt(planned, fresh, deps);
  return isMinted(credential) ? attempt(planned, fresh, deps, deps.now()) : result;
}

async function attempt(
  planned: PlannedCheck,
  secret: ReadSecret | undefined,
  deps: CheckDeps,
  refusedAt?: number,
): Promise<RunResult> {
  const { name, credential, slot, urls, deadline } = planned;
  // Where probes may go, questions may; where tokens are minted and looked up is for the credential alone to say.
  const configured = (Object.hasOwn(deps.credentials, name) && deps.credentials[name]) || credential;
  const at = deps.now();
  const version = secret?.version === undefined ? {} : { secretVersion: secret.version };
  const notSent = { probe: ASKED, credential: name, slot, url: credential.apiUrl ?? urls[0] ?? '', at };
  const selected = usableSecret(credential, secret);
  const usable =
    selected !== undefined && 'problem' in selected
      ? selected
      : await deps.authorise({
          name,
          credential: configured,
          deadline,
          ...(selected && { secret: selected }),
          ...(refusedAt !== undefined && { refusedAt }),
        });
  if ('problem' in usable) {
    // What the configuration says of its end holds all the same.
    const own = { credential: withoutStaleExpiry(credential, planned.known?.declared, secret?.version, at) };
    const grant = grantOf(ownReadings(own, undefined), own, undefined);
    return { ...unusable(notSent, usable), ...version, ...(grant && { grant }), asking: { calls: 0, alive: false } };
  }
  const [issuer, ...others] = await Promise.all([
    askIssuer(configured, usable.token, selected && 'value' in selected ? selected.value : undefined, deadline, deps),
    ...questionsFor(planned, usable).map((question) => answerTo(question, usable, planned, deps)),
  ]);
  const answers = issuer === undefined ? others : [issuer, ...others];
  const result = resultOf(planned, answers, usable, { at, secretVersion: secret?.version });
  return redactResult({ ...result, ...version }, redactor(usable.secrets));
}

function questionsFor({ credential, urls }: PlannedCheck, { token }: Authorisation): readonly Question[] {
  const provider = providerFor(credential, urls);
  const base = provider && baseFor(credential, provider, urls);
  return (base !== undefined && provider?.questions?.({ base, token })) || [];
}

/** Sends one question as a probe would be sent, without following a redirect: a sign-in page is no answer. */
async function answerTo(
  question: Question,
  authorisation: Authorisation,
  { credential, deadline }: PlannedCheck,
  deps: CheckDeps,
): Promise<Answered> {
  const { method = 'GET', url, headers = {}, body, signedFor } = question;
  const probe: Probe = {
    name: ASKED,
    url,
    method,
    headers: { accept: 'application/json', ...headers },
    ...(body !== undefined && { body }),
    everyMs: credential.everyMs,
    timeoutMs: QUESTION_TIMEOUT_MS,
    maxRedirects: 0,
    allowPrivateNetwork: credential.allowPrivateNetwork,
    expect: { status: ['2xx'], headers: {}, json: [] },
  };
  const own = Object.entries(authorisation.headers).filter(([name]) => !Object.hasOwn(headers, name));
  const observation = await deps.request({
    probe,
    authorisation: { ...authorisation, headers: Object.fromEntries(own) },
    deadlineMs: deadline,
    ...(signedFor && { signedFor }),
  });
  return { question, observation };
}

function resultOf(
  planned: PlannedCheck,
  answers: readonly Answered[],
  usable: Authorisation,
  { at, secretVersion }: { readonly at: number; readonly secretVersion: string | undefined },
): RunResult {
  const { name, credential, urls, known, slot } = planned;
  const provider = providerFor(credential, urls);
  // What is known of another version of the secret says nothing of this one.
  const knownEnd = known?.grantVersion === secretVersion ? known?.grant?.expiresAt : undefined;
  const wasAlive = known?.asked?.alive === true && known.asked.secretVersion === secretVersion;
  const verdict = judgeAnswers(answers, { credential, knownEnd, now: at });
  const own = {
    credential: withoutStaleExpiry(credential, known?.declared, secretVersion, at),
    ...(usable.token !== undefined && { token: usable.token }),
    made: madeOf(usable),
    ...(known?.baselines && { baselines: known.baselines }),
  };
  const ofMinted = usable.grant?.source === 'minted';
  // A minted token that has ended is minted anew: that is no end of what it was minted with.
  const readings = ofMinted ? verdict.readings.map(withoutEndOfToken) : verdict.readings;
  const grant = grantOf([...readings, ...ownReadings(own, provider)], own, provider);
  const life = grant && diagnosisOfLife(grant, grant.expiresAt ?? knownEnd, provider?.name, at);
  // The provider's word on this very token goes before what its refusal of one question looks like.
  const refusal =
    verdict.refusal && wasAlive ? afterLife(verdict.refusal, known?.asked?.aliveAt, knownEnd, at) : verdict.refusal;
  const diagnosis = grant?.life === 'alive' ? undefined : (life ?? refusal);
  const isExplicit = grant?.life === 'expired' || grant?.life === 'revoked';
  const isBelieved = isExplicit || planned.isBlamed === true || wasAlive;
  const alive = grant?.life === 'alive' || ofMinted;
  const first = answers[0]?.observation;
  const base = {
    probe: ASKED,
    credential: name,
    slot,
    observedAt: at,
    url: verdict.url ?? first?.request.url ?? credential.apiUrl ?? urls[0] ?? '',
    durationMs: first?.phases.totalMs ?? 0,
    phases: first?.phases ?? { totalMs: 0 },
    ...(grant && { grant }),
    credentialSent: true,
    asking: {
      calls: answers.length,
      alive: alive && diagnosis === undefined,
      ...(verdict.notBefore !== undefined && { notBefore: verdict.notBefore }),
    },
  };
  const status = verdict.status === undefined ? {} : { status: verdict.status };
  if (diagnosis !== undefined && isBelieved) return { ...base, ...status, outcome: 'refused', diagnosis, failures: [] };
  if (diagnosis === undefined && alive) return { ...base, ...status, outcome: 'ok', failures: [] };
  // Without a status, so that it counts neither for nor against the credential.
  return { ...base, outcome: 'failed', failures: verdict.failures };
}

function withoutEndOfToken(reading: GrantReading): GrantReading {
  const { life, ...others } = reading;
  return life === undefined || life.value === 'alive' || reading.ofSecret ? reading : others;
}
