import type { Phases, TransportFailure } from './observation.ts';

/** How far a request has come: what a failure is described by. Changes as the request goes on. */
export interface Progress {
  phase: TransportFailure['phase'];
  /** Host and port of the hop under way. */
  host: string;
  /** Time spent in each phase that was reached, over all hops, in milliseconds. */
  readonly spentMs: { -readonly [Phase in Exclude<keyof Phases, 'totalMs'>]?: number };
  certificateExpiresAt?: number;
  /** How long the whole request may take. */
  readonly timeoutMs: number;
  /** Aborted when that time is over. */
  readonly signal: AbortSignal;
}

/** Does a piece of work as a phase of the request: its time counts to the phase, also when it fails. */
export async function during<Result>(
  progress: Progress,
  phase: Exclude<TransportFailure['phase'], 'body'>,
  work: () => Promise<Result>,
): Promise<Result> {
  progress.phase = phase;
  const name = SPENT[phase];
  const start = performance.now();
  try {
    return await work();
  } finally {
    progress.spentMs[name] = (progress.spentMs[name] ?? 0) + performance.now() - start;
  }
}

const SPENT = { dns: 'dnsMs', connect: 'connectMs', tls: 'tlsMs', 'first-byte': 'firstByteMs' } as const;
