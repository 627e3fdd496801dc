import type { Config, Probe } from '../config/types.ts';
import type { DueRun } from '../ports.ts';

/**
 * The runs that fall due in the tick that starts at `tickStart`.
 *
 * Each probe has a fixed place within its interval, taken from its name, so that load spreads evenly, a tick that is
 * computed twice gives the same runs, and adding a probe moves no other.
 *
 * @param tickStart epoch milliseconds, a multiple of `tickMs`
 * @param tickMs how often this is called; every probe's interval is a multiple of it
 */
export function dueRuns(config: Config, tickStart: number, tickMs: number): readonly DueRun[] {
  return config.probes.flatMap((probe) => {
    const offsetMs = offsetWithinInterval(probe);
    const delayMs = offsetMs % tickMs;
    const due = (tickStart - (offsetMs - delayMs)) % probe.everyMs === 0;
    return due ? [{ probe: probe.name, slot: tickStart, delayMs }] : [];
  });
}

/**
 * Whether a run came too late to be worth making: a newer one of the same probe is due.
 *
 * @param graceMs how late the scheduler itself may be; a run is never stale sooner
 */
export function isStale(run: DueRun, { everyMs }: { readonly everyMs: number }, now: number, graceMs: number): boolean {
  return now - (run.slot + run.delayMs) > Math.max(everyMs, graceMs);
}

function offsetWithinInterval(probe: Probe): number {
  return hash(probe.name) % probe.everyMs;
}

/** FNV-1a, 32 bits: short, stable over versions, and even enough to spread names. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
