const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The furthest time that a `Date` can hold. */
const MAX_TIME_MS = 8.64e15;

/** `2026-11-23 14:05 UTC`, of epoch milliseconds. */
export function formatTime(at: number): string {
  if (!(Math.abs(at) <= MAX_TIME_MS)) return 'a time out of range';
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `${day} ${time.slice(0, 5)} UTC`;
}

/** The same with its weekday, for what lies ahead. */
export function formatDay(at: number): string {
  return Math.abs(at) <= MAX_TIME_MS ? `${WEEKDAYS[new Date(at).getUTCDay()]} ${formatTime(at)}` : formatTime(at);
}

/** How long, in the two largest units that matter: `45 s`, `12 min`, `3 h 12 min`, `2 days 4 h`. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return 'an unknown time';
  if (ms < MINUTE_MS) return `${Math.max(0, Math.floor(ms / SECOND_MS))} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return withRest(Math.floor(ms / HOUR_MS), 'h', Math.floor((ms % HOUR_MS) / MINUTE_MS), 'min');
  const days = Math.floor(ms / DAY_MS);
  return withRest(days, days === 1 ? 'day' : 'days', Math.floor((ms % DAY_MS) / HOUR_MS), 'h');
}

/** How long until then, rounded up: a warning of seven days ahead says 7 days, not 6. */
export function formatTimeLeft(ms: number): string {
  const hours = Math.ceil(ms / HOUR_MS);
  if (hours <= 24) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.ceil(ms / DAY_MS)} days`;
}

function withRest(count: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${count} ${unit}` : `${count} ${unit} ${rest} ${restUnit}`;
}
