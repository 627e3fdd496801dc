import type { NotMinted } from './minted.ts';

/** A clock that is further off may be why an assertion is refused. */
const TOLERATED_SKEW_MS = 30_000;

/**
 * Makes what is signed with the time of our clock, and, when it is refused by a server whose clock shows another time,
 * once more with the server's. What is still refused then says how far the clocks are apart.
 */
export async function withServerClock<Success extends object>(
  now: () => number,
  attempt: (clock: number) => Promise<Success | NotMinted>,
): Promise<Success | NotMinted> {
  const first = await attempt(now());
  const skewMs = 'serverTime' in first && first.serverTime !== undefined ? first.serverTime - now() : 0;
  if (Math.abs(skewMs) <= TOLERATED_SKEW_MS) return first;
  const second = await attempt(now() + skewMs);
  return 'problem' in second ? withSkew(second as NotMinted, skewMs) : second;
}

function withSkew(outcome: NotMinted, skewMs: number): NotMinted {
  const { problem } = outcome;
  if (problem.refusal === undefined) return outcome;
  const { diagnosis } = problem.refusal;
  const what = `the server's is ${Math.round(Math.abs(skewMs) / 1_000)} s ${skewMs > 0 ? 'ahead of' : 'behind'} ours`;
  const evidence = [...diagnosis.evidence, { where: 'clock', what }];
  return {
    ...outcome,
    problem: { ...problem, refusal: { ...problem.refusal, diagnosis: { ...diagnosis, evidence } } },
  };
}
