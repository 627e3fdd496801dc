import type { Config } from '../config/types.ts';
import type { DueRun } from '../ports.ts';

/**
 * What falls due in the tick that starts at `tickStart`: runs of probes, and the asking about credentials, all that are
 * configured.
 *
 * Each has a fixed place within its interval, taken from its name, so that load spreads evenly, a tick that is
 * computed twice gives the same runs, and adding one moves no other.
 *
 * @param tickStart epoch milliseconds, a multiple of `tickMs`
 * @param tickMs how often this is called; every interval is a multiple of it
 */
export function dueRuns(config: Config, tickStart: number, tickMs: number): readonly DueRun[] {
  const delayOf = (place: string, everyMs: number): number | undefined => {
    const offsetMs = hash(place) % everyMs;
    const delayMs = offsetMs % tickMs;
    return (tickStart - (offsetMs - delayMs)) % everyMs === 0 ? delayMs : undefined;
  };
  const probes = config.probes.flatMap(({ name, everyMs }) => {
    const delayMs = delayOf(name, everyMs);
    return delayMs === undefined ? [] : [{ probe: name, slot: tickStart, delayMs }];
  });
  const credentials = Object.entries(config.credentials).flatMap(([name, { everyMs }]) => {
    // Not the place of a probe of the same name, which would be the one that uses it.
    const delayMs = delayOf(`credential#${name}`, everyMs);
    return delayMs === undefined ? [] : [{ credential: name, slot: tickStart, delayMs }];
  });
  return [...probes, ...credentials];
}

/**
 * Whether a run came too late to be worth making: a newer one of the same probe or credential is due.
 *
 * @param subject that probe, or that credential
 * @param graceMs how late the scheduler itself may be; a run is never stale sooner
 */
export function isStale(run: DueRun, subject: { readonly everyMs: number }, now: number, graceMs: number): boolean {
  return now - (run.slot + run.delayMs) > Math.max(subject.everyMs, graceMs);
}

/** FNV-1a, 32 bits: short, stable over versions, and even enough to spread names. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
