import type { DiagnosisContext } from './diagnosis.ts';
import type { Finding, Rule } from './finding.ts';
import { byProvider, type Provider } from './providers/provider.ts';
import type { Reading } from './reading.ts';
import { generalCodes, tellingCodes } from './rules/codes.ts';
import { concepts, foreignConcepts } from './rules/concepts.ts';
import { inContext } from './rules/context.ts';
import { edgePages } from './rules/edge.ts';
import { tellingFields } from './rules/fields.ts';
import { grpcStatus } from './rules/grpc.ts';
import { exhaustedWindow, tooManyRequests } from './rules/limits.ts';
import { bareChallenges, explicitChallenges, oauthErrors, proxyAuthentication } from './rules/oauth.ts';
import { inItsSentence } from './rules/sharper.ts';
import { shortQuota } from './rules/short-quota.ts';
import { byStatus, redirectToLogin } from './rules/status.ts';
import { webdavConditions } from './rules/webdav.ts';
import { wording } from './rules/wording.ts';

/** What shows that the API never saw the call, and what a standard leaves no doubt about. */
const IN_FRONT: readonly Rule[] = [proxyAuthentication, edgePages, explicitChallenges];

/**
 * Ordered from the most to the least specific evidence: what a standard defines, what codes name, what sentences say,
 * what the status alone means. The first that answers wins.
 */
const RULES: readonly Rule[] = [
  tellingFields,
  webdavConditions,
  tooManyRequests,
  oauthErrors,
  tellingCodes,
  wording,
  foreignConcepts,
  generalCodes,
  exhaustedWindow,
  concepts,
  grpcStatus,
  redirectToLogin,
  bareChallenges,
  byStatus,
];

/**
 * The first answer of the rules, and what the monitor knows of the credential laid beside it.
 *
 * @param provider whoever answered; its own rule comes after what stands in front of it
 */
export function applyRules(
  reading: Reading,
  context: DiagnosisContext,
  provider: Provider | undefined,
): Finding | undefined {
  const found =
    firstOf(IN_FRONT, reading, context) ??
    (provider && byProvider(provider, reading, context)) ??
    firstOf(RULES, reading, context);
  return inContext(shortQuota(inItsSentence(found, reading), reading), reading, context);
}

function firstOf(rules: readonly Rule[], reading: Reading, context: DiagnosisContext): Finding | undefined {
  for (const rule of rules) {
    const finding = rule(reading, context);
    if (finding !== undefined) return finding;
  }
  return undefined;
}
