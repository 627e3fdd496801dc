import { isMinted } from '../credentials/is-minted.ts';
import { usableSecret } from '../credentials/usable-secret.ts';
import type { Answered } from '../grants/asked.ts';
import { withoutStaleExpiry } from '../grants/declared.ts';
import { grantOf } from '../grants/grant-of.ts';
import { ownReadings } from '../grants/read-grant.ts';
import type { ReadSecret } from '../ports.ts';
import { redactResult } from '../redact-result.ts';
import { redactor } from '../redaction/redactor.ts';
import type { RunProbeDeps } from '../run-probe.ts';
import { ASKED, type RunResult } from '../run-result.ts';
import { unusable } from '../unusable.ts';
import { askIssuer } from './ask-issuer.ts';
import type { PlannedCheck } from './planned-check.ts';
import { answerTo, questionsFor } from './questions.ts';
import { resultOf } from './result-of.ts';

/**
 * Asks about one credential: secret → token → the provider's own word on its life, its end, its scopes and its
 * identity. Gives a result like a run's, under the name `ASKED`, so that it counts in the credential's incident like
 * one more witness.
 *
 * A provider that says nothing, or cannot be reached, neither blames nor clears. One that says "no" where it never said
 * "yes" to this version of the secret may just not be the one to ask, and is believed only beside a refused probe.
 */
export async function checkCredential(planned: PlannedCheck, deps: RunProbeDeps): Promise<RunResult> {
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
  deps: RunProbeDeps,
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
  // A token that its server has ended is minted anew, as after a refusal: only whoever gets no other is dead.
  const isSpent = usable.grant?.source === 'minted' && answers.some(saysEnded);
  if (isSpent && refusedAt === undefined) return attempt(planned, secret, deps, deps.now());
  const result = resultOf(planned, answers, usable, { at, secretVersion: secret?.version });
  return redactResult({ ...result, ...version }, redactor(usable.secrets));
}

function saysEnded({ question, observation }: Answered): boolean {
  const reading = observation.response && question.read(observation.response);
  return reading?.life !== undefined && reading.life.value !== 'alive' && !reading.ofSecret;
}
