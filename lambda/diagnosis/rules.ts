import type { Finding, Rule } from './finding.ts';
import { statusEvidence } from './finding.ts';
import { providerOf } from './provider.ts';
import { aws } from './providers/aws.ts';
import { github } from './providers/github.ts';
import { google } from './providers/google.ts';
import { microsoft } from './providers/microsoft.ts';
import { slack } from './providers/slack.ts';
import { wechat } from './providers/wechat.ts';
import type { Reading } from './reading.ts';
import { generalCodes, tellingCodes } from './rules/codes.ts';
import { edgePages } from './rules/edge.ts';
import { tellingFields } from './rules/fields.ts';
import { exhaustedWindow, tooManyRequests } from './rules/limits.ts';
import { bareChallenges, oauthErrors, proxyAuthentication } from './rules/oauth.ts';
import { byStatus, redirectToLogin } from './rules/status.ts';
import { wording } from './rules/wording.ts';

const PROVIDERS: Readonly<Record<string, Rule>> = { aws, github, google, microsoft, slack, wechat };

/** The rule of whoever answered; of AWS too for the many stores that speak S3's protocol. */
const byProvider: Rule = (reading, context) => {
  const provider = providerOf(reading) ?? context.provider;
  if (provider !== undefined && Object.hasOwn(PROVIDERS, provider)) return PROVIDERS[provider]?.(reading, context);
  return reading.content === 'xml' && reading.codes.some(({ path }) => path.endsWith('Error.Code'))
    ? aws(reading, context)
    : undefined;
};

/**
 * A credential that ended before the call, and a refusal that says no more than that it is not accepted.
 * The provider's own word is behind the date, so it decides what "invalid or expired" leaves open.
 */
const knownExpiry: Rule = (reading, context): Finding | undefined => {
  const { credentialExpiresAt } = context;
  const now = reading.nowSeconds;
  if (
    credentialExpiresAt === undefined ||
    now === undefined ||
    now <= credentialExpiresAt ||
    context.credentialSent === false
  )
    return undefined;
  const found = firstOf(RULES, reading, context);
  const leavesItOpen =
    found === undefined
      ? reading.status === 401
      : found.cause === 'credential-invalid' ||
        (found.cause === 'credential-missing' && found.confidence === 'possible');
  if (!leavesItOpen) return undefined;
  const evidence = [
    ...(found?.evidence ?? [statusEvidence(reading)]),
    { where: 'credential', what: `expired at ${new Date(credentialExpiresAt * 1000).toISOString()}` },
  ];
  return { cause: 'credential-expired', confidence: 'certain', evidence, details: { expiredAt: credentialExpiresAt } };
};

/**
 * Ordered from the most to the least specific evidence: whose answer it is, what a standard defines, what an edge
 * shows, what codes name, what sentences say, what the status alone means. The first that answers wins.
 */
const RULES: readonly Rule[] = [
  proxyAuthentication,
  edgePages,
  byProvider,
  tellingFields,
  tooManyRequests,
  oauthErrors,
  tellingCodes,
  wording,
  generalCodes,
  exhaustedWindow,
  redirectToLogin,
  bareChallenges,
  byStatus,
];

export function applyRules(reading: Reading, context: Parameters<Rule>[1]): Finding | undefined {
  return knownExpiry(reading, context) ?? firstOf(RULES, reading, context);
}

function firstOf(rules: readonly Rule[], reading: Reading, context: Parameters<Rule>[1]): Finding | undefined {
  for (const rule of rules) {
    const finding = rule(reading, context);
    if (finding !== undefined) return finding;
  }
  return undefined;
}
