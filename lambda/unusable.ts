import type { CredentialProblem } from './credentials/authorisation.ts';
import { isOfCredential } from './incidents/blame.ts';
import type { RunResult } from './run-result.ts';

export interface NotSent {
  readonly probe: string;
  readonly credential: string;
  readonly slot: number;
  /** What was to be called. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A run that ended before its request: the secret cannot be used, or no token could be had for it. */
export function unusable(
  { probe, credential, slot, url, at: observedAt }: NotSent,
  { problem, at = 'secret', refusal }: CredentialProblem,
): RunResult {
  const base = { probe, credential, slot, observedAt, durationMs: 0, phases: { totalMs: 0 } };
  if (refusal !== undefined) {
    const { status, diagnosis } = refusal;
    const result = { ...base, url: refusal.url, status, outcome: 'refused', credentialSent: true, diagnosis } as const;
    if (isOfCredential(diagnosis.cause)) return { ...result, failures: [] };
    // Whoever gives no token was never the probe's API, and lets nobody in.
    return { ...result, failures: [{ what: 'token', message: problem }], credentialUnreadable: problem };
  }
  return {
    ...base,
    url,
    outcome: 'failed',
    failures: [{ what: at === 'secret' ? 'credential' : 'token', message: problem }],
    credentialUnreadable: problem,
  };
}
