import { type Authorisation, madeOf } from '../credentials/authorisation.ts';
import { type Answered, judgeAnswers } from '../grants/asked.ts';
import { withoutStaleExpiry } from '../grants/declared.ts';
import { grantOf } from '../grants/grant-of.ts';
import { afterLife, diagnosisOfLife } from '../grants/life-diagnosis.ts';
import { providerFor } from '../grants/providers/index.ts';
import { ownReadings } from '../grants/read-grant.ts';
import type { GrantReading } from '../grants/reading.ts';
import { ASKED, type RunResult } from '../run-result.ts';
import type { PlannedCheck } from './planned-check.ts';

/** What all answers make of the credential, as a run's result. */
export function resultOf(
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
