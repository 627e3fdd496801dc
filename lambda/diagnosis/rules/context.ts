import type { Cause } from '../causes.ts';
import type { DiagnosisContext, Evidence } from '../diagnosis.ts';
import { type Finding, statusEvidence } from '../finding.ts';
import { isoTime } from '../reading/times.ts';
import type { Reading } from '../reading.ts';

/** Clocks this far apart make signatures and fresh tokens fail: AWS allows 5 to 15 minutes, most libraries one. */
const SKEW_SECONDS = 60;

/**
 * Decides what the answer leaves open by what is known of the credential: one that had ended before the call is the
 * expired half of "invalid or expired", and one that worked a while ago and has not ended was revoked. Where the
 * provider says more, its word stands.
 */
export function inContext(
  found: Finding | undefined,
  reading: Reading,
  context: DiagnosisContext,
): Finding | undefined {
  return ended(found, reading) ?? endedEarly(found, reading, context) ?? found;
}

/** How far apart clocks are that nobody has set wrong. */
const CLOCKS_APART_SECONDS = 5 * 60;

/** The credential ended before the call, and the answer says no more than that it is not accepted. */
function ended(found: Finding | undefined, reading: Reading): Finding | undefined {
  const { expiresAt } = reading.credential;
  const now = reading.nowSeconds;
  if (expiresAt === undefined || now === undefined || now <= expiresAt || reading.credential.sent === false)
    return undefined;
  if (!leavesItOpen(found, reading)) return undefined;
  const evidence = [
    ...(found?.evidence ?? [statusEvidence(reading)]),
    { where: 'credential', what: `expired at ${isoTime(expiresAt)}` },
  ];
  // So close to its end, the clock that says so may be the one that is wrong.
  const confidence = now - expiresAt < CLOCKS_APART_SECONDS ? 'likely' : 'certain';
  return { cause: 'credential-expired', confidence, evidence, details: { expiredAt: expiresAt } };
}

function leavesItOpen(found: Finding | undefined, { status }: Reading): boolean {
  if (found === undefined) return status === 401;
  return (
    found.cause === 'credential-invalid' || (found.cause === 'credential-missing' && found.confidence === 'possible')
  );
}

/** What worked a while ago, has not reached its end and is not known any more, was ended by somebody. */
function endedEarly(
  found: Finding | undefined,
  reading: Reading,
  { succeededAt }: DiagnosisContext,
): Finding | undefined {
  const { expiresAt } = reading.credential;
  const now = reading.nowSeconds;
  if (found?.cause !== 'credential-invalid' || found.confidence === 'possible') return undefined;
  if (succeededAt === undefined || expiresAt === undefined || now === undefined || now > expiresAt) return undefined;
  return {
    cause: 'credential-revoked',
    confidence: 'likely',
    evidence: [...found.evidence, { where: 'credential', what: `valid until ${isoTime(expiresAt)}` }],
  };
}

const OF_TIME: ReadonlySet<Cause> = new Set(['signature-invalid', 'credential-invalid', 'credential-expired']);

/** What is known beside the answer and helps to read it: clocks that differ, and that the same call worked before. */
export function knownBeside(
  cause: Cause,
  { serverSeconds }: Reading,
  { now, succeededAt }: DiagnosisContext,
): readonly Evidence[] {
  const ahead = now === undefined || serverSeconds === undefined ? 0 : Math.round(serverSeconds - now / 1000);
  const isClock = OF_TIME.has(cause) && Math.abs(ahead) > SKEW_SECONDS;
  const clock = `the server's clock is ${Math.abs(ahead)} s ${ahead > 0 ? 'ahead of' : 'behind'} this one`;
  return [
    ...(isClock ? [{ where: 'clock', what: clock }] : []),
    ...(succeededAt === undefined
      ? []
      : [{ where: 'history', what: `the same call succeeded at ${isoTime(succeededAt / 1000)}` }]),
  ];
}
