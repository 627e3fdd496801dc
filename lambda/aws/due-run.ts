import type { DueCheck, DueProbe, DueRun } from '../ports.ts';

/**
 * The run that a message of the queue speaks of. Anybody with access to the queue can write to it: a run is used only
 * when every field is what it should be, and speaks of a probe or of a credential.
 */
export function parseDueRun(body: string): DueRun | undefined {
  try {
    const parsed = JSON.parse(body) as Record<keyof DueProbe | keyof DueCheck, unknown>;
    const { probe, credential, slot, delayMs, secretChanged, repeats } = parsed;
    if (!Number.isSafeInteger(slot) || !Number.isFinite(delayMs)) return undefined;
    if (secretChanged !== undefined && secretChanged !== true) return undefined;
    if (repeats !== undefined && !Number.isSafeInteger(repeats)) return undefined;
    const due = {
      slot: Number(slot),
      delayMs: Number(delayMs),
      ...(secretChanged === true && ({ secretChanged } as const)),
    };
    if (typeof probe === 'string' && credential === undefined) return { probe, ...due };
    if (typeof credential === 'string' && probe === undefined) {
      return { credential, ...due, ...(repeats !== undefined && { repeats: Number(repeats) }) };
    }
    return undefined;
  } catch {
    return undefined;
  }
}
