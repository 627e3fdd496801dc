const UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const DURATION = /^(\d{1,9})(ms|s|m|h|d)$/;

/** Milliseconds of a whole number and one unit, such as `500ms`, `90s`, `5m`, `24h`; `undefined` for anything else. */
export function parseDuration(text: unknown): number | undefined {
  const [, count, unit] = (typeof text === 'string' && DURATION.exec(text)) || [];
  if (count === undefined || unit === undefined) return undefined;
  return Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS];
}

/** The shortest text of whole milliseconds, such as `5m`; a day is `24h`, two are `2d`. */
export function formatDuration(ms: number): string {
  if (ms >= 2 * UNITS_MS.d && ms % UNITS_MS.d === 0) return `${ms / UNITS_MS.d}d`;
  for (const unit of ['h', 'm', 's'] as const) {
    if (ms >= UNITS_MS[unit] && ms % UNITS_MS[unit] === 0) return `${ms / UNITS_MS[unit]}${unit}`;
  }
  return `${ms}ms`;
}
