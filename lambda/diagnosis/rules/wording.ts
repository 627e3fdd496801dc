import type { Cause } from '../causes.ts';
import { type Finding, messageEvidence, type Rule } from '../finding.ts';
import type { Message } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';
import { CRYPTOGRAPHY, STRANGERS } from './namesakes.ts';
import { type Phrase, SERVER_PAGE, says } from './phrase.ts';
import { accountPhrases } from './phrases/account.ts';
import { expiryPhrases } from './phrases/expiry.ts';
import { featurePhrases } from './phrases/feature.ts';
import { invalidPhrases } from './phrases/invalid.ts';
import { limitPhrases } from './phrases/limit.ts';
import { missingPhrases } from './phrases/missing.ts';
import { networkPhrases } from './phrases/network.ts';
import { originPhrases } from './phrases/origin.ts';
import { permissionPhrases } from './phrases/permission.ts';
import { requestPhrases } from './phrases/request.ts';
import { revocationPhrases } from './phrases/revocation.ts';
import { scopePhrases } from './phrases/scope.ts';
import { signaturePhrases } from './phrases/signature.ts';
import { stepUpPhrases } from './phrases/step-up.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** From the phrases that name one thing to those that fit many; the first that any sentence says wins. */
const PHRASES: readonly Phrase[] = [
  ...originPhrases,
  ...signaturePhrases,
  ...networkPhrases,
  ...limitPhrases,
  ...scopePhrases,
  ...expiryPhrases,
  ...stepUpPhrases,
  ...revocationPhrases,
  ...featurePhrases,
  ...accountPhrases,
  ...requestPhrases,
  ...missingPhrases,
  ...invalidPhrases,
  ...permissionPhrases,
];

const CREDENTIAL_PHRASES = [...signaturePhrases, ...expiryPhrases, ...revocationPhrases];

/** What the body's sentences say, read as sentences. */
export const wording: Rule = (reading) => firstPhrase(reading, PHRASES, reading.messages);

/** What a sentence says of the credential alone: it was signed badly, it expired, it was revoked. */
export function credentialWording(reading: Reading, messages: readonly Message[]): Finding | undefined {
  return firstPhrase(reading, CREDENTIAL_PHRASES, messages);
}

/** What one sentence says, by all phrases. */
export function sentenceWording(reading: Reading, messages: readonly Message[]): Finding | undefined {
  return firstPhrase(reading, PHRASES, messages);
}

function firstPhrase(reading: Reading, phrases: readonly Phrase[], messages: readonly Message[]): Finding | undefined {
  const sentences = sentencesOf(messages);
  for (const primary of [true, false]) {
    const tier = sentences.filter(({ message }) => message.primary === primary);
    const statements = tier.filter(({ isAdvice }) => !isAdvice);
    const found =
      match(reading, phrases, statements) ??
      (statements.length < tier.length ? match(reading, phrases, tier) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function match(reading: Reading, phrases: readonly Phrase[], sentences: readonly Sentence[]): Finding | undefined {
  for (const phrase of phrases) {
    const hit = sentences.find(
      ({ text, message }) =>
        says(phrase, text) &&
        !contradicted(reading, phrase, message) &&
        !(OF_THE_END.has(phrase.cause) && ofOther(reading.status, message.plain)),
    );
    if (hit !== undefined) return settled(reading, phrase, hit.message);
  }
  return undefined;
}

/**
 * What the rest of the answer speaks against. "Invalid session. No key found": one invalid credential in a message
 * outweighs a missing one. A 400 that asks for a scope speaks of a parameter, unless it speaks of what was granted too;
 * one that names a line or a length, of the input; a 404 or 409 about a user, of the one that was asked for.
 */
export function contradicted(
  { status, content, credential }: Reading,
  { cause, confidence, unless }: Pick<Phrase, 'cause' | 'confidence' | 'unless'>,
  { plain }: Message,
): boolean {
  const ofInput = status === 400 || status === 404 || status === 409 || status === 422;
  const ofResource = status === 404 || status === 409 || status === 410 || status === 422;
  switch (cause) {
    case 'credential-missing':
      return (
        unless?.test(plain) === true ||
        (ofInput && isInputFault(plain)) ||
        (content === 'html' && credential.sent === true && STATUS_PAGE.test(plain))
      );
    case 'credential-invalid':
      return ofInput && isInputFault(plain);
    case 'credential-revoked':
      return ofResource && confidence === 'likely' && !NAMES_CREDENTIAL.test(plain);
    case 'feature-unavailable':
      return status === 404 && /\bfound\b/.test(plain) && !/\bupgrade\b/.test(plain);
    case 'permission-denied':
      return content !== 'json' && SERVER_PAGE.test(plain);
    case 'scope-missing':
      return ofInput && !SPEAKS_OF_GRANTS.test(plain);
    default:
      return false;
  }
}

const OF_THE_END: ReadonlySet<Cause> = new Set(['credential-expired', 'credential-revoked']);

/** Of a session or key that is not known as the caller's, unless the status speaks of the caller's credential. */
function ofOther(status: number, plain: string): boolean {
  return CRYPTOGRAPHY.test(plain) || (status !== 401 && STRANGERS.test(plain) && !OWN_CREDENTIAL.test(plain));
}

const OWN_CREDENTIAL =
  /\b(?:your|access|api|auth\w{0,12}|bearer|refresh|login)[ _-](?:keys?|tokens?|sessions?|credentials?)\b|password|jwt/;

/** The reason phrase of a 401 as servers print it on their own page, whatever was sent. */
const STATUS_PAGE = /^(?:error )?(?:401 )?(?:authori[sz]ation|authentication) required$/;
const SPEAKS_OF_GRANTS = /\b(?:token|oauth|permissions?|grant(?:ed)?|authori[sz](?:ed|ation)|consent)\b/;
export const NAMES_CREDENTIAL =
  /\b(?:api|access|auth\w{0,12}|bearer|refresh|security)[ _-]?(?:keys?|tokens?)\b|client[ _-]secret/;
const POSITION_OR_LENGTH =
  /\b(?:line|column|position|offset) \d|\bat least \d{1,3} (?:characters|letters|digits|symbols)/;
const IN_INPUT = /\bin (?:the )?(?:request )?(?:body|payload|json|object|document)\b/;

function isInputFault(plain: string): boolean {
  return POSITION_OR_LENGTH.test(plain) || (IN_INPUT.test(plain) && !NAMES_CREDENTIAL.test(plain));
}

/** "Missing or invalid" and "authentication required" mean what was sent decides. */
function settled(reading: Reading, phrase: Phrase, message: Message): Finding {
  const evidence = [messageEvidence(message)];
  if (phrase.cause === 'credential-missing' && phrase.confidence === 'possible') {
    const cause = reading.credential.sent === false ? 'credential-missing' : 'credential-invalid';
    return { cause, confidence: 'likely', evidence };
  }
  return { cause: phrase.cause, confidence: phrase.confidence, evidence };
}
