import type { RunResult } from '../run-result.ts';
import type { Asked } from './state.ts';

/** When the credential's provider was last asked, after one more result; the same object when it was not. */
export function nextAsked(before: Asked | undefined, result: RunResult): Asked | undefined {
  const { asking, observedAt, secretVersion } = result;
  if (asking === undefined || observedAt <= (before?.at ?? 0)) return before;
  const isSame = before?.secretVersion === secretVersion;
  const alive = asking.alive || (isSame && before?.alive === true);
  const aliveAt = asking.alive ? observedAt : before?.aliveAt;
  return {
    at: observedAt,
    ...(secretVersion !== undefined && { secretVersion }),
    ...(alive && { alive }),
    ...(alive && aliveAt !== undefined && { aliveAt }),
    ...(asking.notBefore !== undefined && { notBefore: asking.notBefore }),
  };
}
