import { CAUSES, type Family } from './causes.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis, DiagnosisContext, Refusal } from './diagnosis.ts';
import { read } from './reading.ts';
import { isRefusalShape } from './refusal-shape.ts';

/** Statuses that are a refusal whatever the body says. */
const REFUSING_STATUSES = new Set([401, 403, 407, 429, 451]);

/** Families that a 2xx or 5xx body may speak of; its other words are the application's own business, unless certain. */
const SOFT_FAMILIES = new Set<Family>(['authentication', 'permission', 'network', 'rate-limit', 'account']);

/** Edges whose block pages come with status 200 and cannot be taken for content. */
const PAGES_WITH_200 = new Set(['f5', 'imperva', 'aws-waf']);

/**
 * The diagnosis when the exchange is a refusal at all, else `undefined`.
 *
 * Always for 401, 403, 407, 429 and 451; for other 4xx, redirects to a login and 5xx when the answer says why; for
 * 2xx only when the body has the shape of a known refusal, never for words in it.
 */
export function refusalOf(refusal: Refusal, context: DiagnosisContext = {}): Diagnosis | undefined {
  const { status } = refusal.response;
  if (status >= 200 && status < 300) return softRefusal(refusal, context);
  if (status < 300 || status > 599) return undefined;
  const diagnosis = diagnose(refusal, context);
  if (REFUSING_STATUSES.has(status)) return diagnosis;
  if (diagnosis.cause === 'unknown' || (diagnosis.family === 'request' && !isSure(diagnosis))) return undefined;
  if (status < 400) return diagnosis.evidence.some(({ where }) => where === 'header location') ? diagnosis : undefined;
  if (status >= 500) return isSure(diagnosis) && isSoft(diagnosis) ? diagnosis : undefined;
  return diagnosis;
}

function softRefusal(refusal: Refusal, context: DiagnosisContext): Diagnosis | undefined {
  const reading = read(refusal, context);
  const mitigated = reading.fields.get('cf-mitigated') === 'challenge' || reading.fields.has('x-amzn-waf-action');
  if (reading.content === 'html' || mitigated) {
    const diagnosis = diagnose(refusal, context);
    const isPage = diagnosis.cause === 'waf-blocked' && diagnosis.confidence === 'certain';
    return isPage && (mitigated || PAGES_WITH_200.has(diagnosis.details.provider ?? '')) ? diagnosis : undefined;
  }
  if (!isRefusalShape(reading)) return undefined;
  const diagnosis = diagnose(refusal, context);
  return isSure(diagnosis) && isSoft(diagnosis) ? diagnosis : undefined;
}

function isSure({ confidence }: Diagnosis): boolean {
  return confidence !== 'possible';
}

function isSoft({ cause, confidence }: Diagnosis): boolean {
  const family = CAUSES[cause];
  return SOFT_FAMILIES.has(family) || (confidence === 'certain' && family !== 'request');
}
