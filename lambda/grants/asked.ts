import type { CredentialConfig } from '../config/types.ts';
import type { Cause } from '../diagnosis/causes.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { refusalOf } from '../diagnosis/is-refusal.ts';
import type { Observation } from '../request/observation.ts';
import type { Failure } from '../run-result.ts';
import type { Question } from './provider.ts';
import type { GrantReading } from './reading.ts';

/** A question, and what came of it. */
export interface Answered {
  readonly question: Pick<Question, 'read' | 'tellsLife'>;
  readonly observation: Observation;
}

/** What all answers about one credential say together. */
export interface Verdict {
  readonly readings: readonly GrantReading[];
  /** A question was refused because of the credential itself. */
  readonly refusal?: Diagnosis;
  /** Where and with which status the refusal, else the first answer, came. */
  readonly url?: string;
  readonly status?: number;
  /** No question before this, epoch milliseconds. */
  readonly notBefore?: number;
  /** Why there was no answer. */
  readonly failures: readonly Failure[];
}

/** Refusals of a question that say something of the credential's life. Of rights, it says only that some are missing. */
const OF_ITS_LIFE: ReadonlySet<Cause> = new Set([
  'credential-expired',
  'credential-revoked',
  'credential-invalid',
  'account-suspended',
]);

/** How long a provider is left alone that limits its rate without saying for how long. */
const DEFAULT_REST_SECONDS = 15 * 60;

/** A provider that wants to be left alone for longer, be it by mistake, is asked again all the same. */
const LONGEST_REST_MS = 24 * 60 * 60 * 1_000;

/** Puts the answers together. Pure. */
export function judgeAnswers(
  answers: readonly Answered[],
  known: { readonly credential: CredentialConfig; readonly knownEnd: number | undefined; readonly now: number },
): Verdict {
  const judged = answers.map((answered) => ({ ...answered, refusal: refusalOfAnswer(answered, known) }));
  const refused = judged.find(
    ({ refusal, question }) => question.tellsLife !== false && refusal && OF_ITS_LIFE.has(refusal.cause),
  );
  const limits = judged.flatMap(({ refusal }) => (refusal?.family === 'rate-limit' ? [refusal.details] : []));
  const rests = limits.map(({ retryAfterSeconds, resetAt }) =>
    resetAt === undefined ? known.now + (retryAfterSeconds ?? DEFAULT_REST_SECONDS) * 1_000 : resetAt * 1_000,
  );
  const deciding = (refused ?? judged.find(({ observation }) => observation.response))?.observation;
  return {
    readings: judged.flatMap(({ question, observation }) =>
      observation.response ? [question.read(observation.response)] : [],
    ),
    ...(refused?.refusal && { refusal: refused.refusal }),
    ...(deciding && { url: deciding.request.url }),
    ...(deciding?.response && { status: deciding.response.status }),
    ...(rests.length > 0 && { notBefore: Math.min(Math.max(...rests), known.now + LONGEST_REST_MS) }),
    failures: judged.flatMap(({ observation }) =>
      observation.failure ? [{ what: observation.failure.kind, message: observation.failure.message }] : [],
    ),
  };
}

function refusalOfAnswer(
  { observation }: Answered,
  { credential, knownEnd, now }: Parameters<typeof judgeAnswers>[1],
): Diagnosis | undefined {
  if (observation.response === undefined) return undefined;
  return refusalOf(observation, {
    credentialSent: observation.request.credentialSent,
    now,
    ...(credential.provider && { provider: credential.provider }),
    ...(knownEnd !== undefined && { credentialExpiresAt: knownEnd }),
  });
}
