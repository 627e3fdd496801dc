import type { DueRun } from '../ports.ts';

/**
 * The run that a message of the queue speaks of. Anybody with access to the queue can write to it: a run is used only
 * when every field is what it should be, and speaks of a probe or of a credential.
 */
export function parseDueRun(body: string): DueRun | undefined {
  try {
    const { probe, credential, slot, delayMs, secretChanged } = JSON.parse(body) as Record<keyof DueRun, unknown>;
    if (!Number.isSafeInteger(slot) || !Number.isFinite(delayMs)) return undefined;
    if (secretChanged !== undefined && secretChanged !== true) return undefined;
    const due = {
      slot: Number(slot),
      delayMs: Number(delayMs),
      ...(secretChanged === true && ({ secretChanged } as const)),
    };
    if (typeof probe === 'string' && credential === undefined) return { probe, ...due };
    if (typeof credential === 'string' && probe === undefined) return { credential, ...due };
    return undefined;
  } catch {
    return undefined;
  }
}
