import type { LastRun } from '../ports.ts';
import { parseProbeState } from './state-schema.ts';

/** What a stored state tells of the newest run; one that cannot be read still tells its slot, which stands beside it. */
export function lastRun(slot: number, state = ''): LastRun {
  const succeeded = parseProbeState(state)?.succeeded;
  return { slot, ...(succeeded && { succeeded }) };
}
