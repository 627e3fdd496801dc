import type { Config } from '../config/types.ts';
import type { KnownCredential } from '../incidents/known.ts';
import type { DueCheck, Log } from '../ports.ts';
import type { RunProbeDeps } from '../run-probe.ts';
import type { RunResult } from '../run-result.ts';
import { checkCredential } from './check-credential.ts';
import { checkPlan } from './check-plan.ts';

interface AskDeps extends Omit<RunProbeDeps, 'credentials'> {
  readonly config: Config;
  readonly log: Log;
}

/** Asks about the credentials that are due, refused just now, or new. One that cannot be asked costs nobody else. */
export async function askAbout(
  checks: readonly DueCheck[],
  probed: readonly RunResult[],
  known: ReadonlyMap<string, KnownCredential>,
  deadline: number,
  deps: AskDeps,
): Promise<readonly RunResult[]> {
  const planned = checkPlan(checks, probed, known, deps.config, deps.now());
  const settled = await Promise.allSettled(
    planned.map((check) => checkCredential({ ...check, deadline }, { ...deps, credentials: deps.config.credentials })),
  );
  return settled.flatMap((one, index) => {
    if (one.status === 'fulfilled') return [one.value];
    deps.log('error', 'credential could not be asked about', { credential: planned[index]?.name, error: one.reason });
    return [];
  });
}
