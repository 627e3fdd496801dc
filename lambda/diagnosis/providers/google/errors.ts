import type { Evidence } from '../../diagnosis.ts';
import { codeEvidence, type Finding, findMessage, type Rule } from '../../finding.ts';
import type { Code } from '../../reading/terms.ts';
import type { Reading } from '../../reading.ts';
import { byProvider, type Sentence } from '../provider.ts';
import { REASONS } from './reasons.ts';
import { SHARED_SENTENCES } from './sentences.ts';

/** `ErrorInfo.metadata` that tells what to grant, enable or raise. */
const METADATA = /(?:^|\.)metadata\.(?:permission|resource|method|service|consumer|quota_limit|uid)$/;
const MAX_METADATA = 3;
const PER_DAY = /\bper day\b|\bdaily\b/;

/**
 * Google's ways of refusing, for a service with sentences of its own, which go first. A sentence goes before a reason,
 * which may cover several restrictions, and `ErrorInfo` before the older reasons and the status, which say less.
 *
 * @see https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto (`ErrorInfo`, `QuotaFailure`)
 */
export function googleErrors(own: readonly Sentence[] = []): Rule {
  const sentences = [...own, ...SHARED_SENTENCES];
  return (reading, context): Finding | undefined => {
    const found = byProvider({ name: 'google', sentences }, reading, context) ?? byReason(reading) ?? byQuota(reading);
    return found && { ...found, evidence: [...found.evidence, ...metadata(reading)] };
  };
}

function byReason(reading: Reading): Finding | undefined {
  for (const code of reading.codes) {
    const reason = code.value.toLowerCase();
    if (!/(?:^|\.)(?:reason|status)$/.test(code.path) || !Object.hasOwn(REASONS, reason)) continue;
    const cause = REASONS[reason];
    // With another status it speaks of a parameter.
    if (cause === undefined || (reason === 'required' && reading.status !== 401)) continue;
    const isDaily = cause === 'rate-limited' && isPerDay(reading);
    return { cause: isDaily ? 'quota-exceeded' : cause, confidence: 'certain', evidence: [codeEvidence(code)] };
  }
  return undefined;
}

/** `RATE_LIMIT_EXCEEDED` stands for windows of every length; the metadata or the message names this one's. */
function isPerDay(reading: Reading): boolean {
  const isNamed = reading.leaves.some(({ key, value }) => key === 'quota_limit' && /perday/i.test(String(value)));
  return isNamed || findMessage(reading, PER_DAY) !== undefined;
}

/**
 * "You exceeded your current quota" stands for a minute and for a day; where both are used up, the day counts.
 *
 * @see https://github.com/google-gemini/gemini-cli/issues/8437
 */
function byQuota({ leaves }: Reading): Finding | undefined {
  const limits = byPath(leaves.filter(({ key }) => key === 'quotaId'));
  const day = limits.find(({ value }) => /perday/i.test(String(value)));
  const minute = limits.find(({ value }) => /perminute/i.test(String(value)));
  const limit = day ?? minute;
  return (
    limit && {
      cause: day === undefined ? 'rate-limited' : 'quota-exceeded',
      confidence: 'certain',
      evidence: [leafEvidence(limit)],
    }
  );
}

function metadata({ leaves }: Reading): readonly Evidence[] {
  return byPath(leaves.filter(({ path }) => METADATA.test(path)))
    .slice(0, MAX_METADATA)
    .map(leafEvidence);
}

/** The order in which a body lists its fields does not matter. */
function byPath(leaves: Reading['leaves']): Reading['leaves'] {
  return leaves.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function leafEvidence({ path, value }: Reading['leaves'][number]): Evidence {
  return codeEvidence({ path, value: String(value), words: '' } satisfies Code);
}

/** Whether an `ErrorInfo` of Google's own domain shows who answered, under whichever host. */
export function isGoogle({ leaves }: Reading): boolean {
  return leaves.some(({ path, value }) => path.endsWith('.domain') && value === 'googleapis.com');
}
