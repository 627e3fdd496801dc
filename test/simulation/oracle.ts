import type { Alert, AlertKind } from '../../lambda/incidents/alert.ts';
import { DAY, HOUR, isAlive, isIn, LENGTH, type Life, START, storedAt, type Token, type Window } from './life.ts';

/** Time in which a monitor that runs every three hours must have noticed: two bad runs, and a lost answer or two. */
const NOTICE_MS = 18 * HOUR;

const DEATHS: readonly AlertKind[] = ['credential-expired', 'credential-revoked', 'credential-invalid'];

/** What is wrong with the alerts of a life: what was missed and what was false. It knows nothing of how they are made. */
export function complaints(life: Life, alerts: readonly Alert[]): readonly string[] {
  const ofCredential = alerts.filter(({ subject }) => subject.type === 'credential');
  return [
    ...deathComplaints(life, ofCredential),
    ...expiryComplaints(life, ofCredential),
    ...scopeComplaints(life, ofCredential),
    ...ofCredential.filter(({ kind }) => kind === 'identity-changed').map((alert) => `false: ${shown(alert)}`),
  ];
}

function deathComplaints(life: Life, alerts: readonly Alert[]): readonly string[] {
  const told = alerts.filter(({ kind }) => DEATHS.includes(kind));
  const dead = deadTimes(life);
  const missed = dead.filter(
    (window) =>
      isNoticeable(life, window) && !told.some(({ at }) => isIn(at, { ...window, until: noticeBy(life, window) })),
  );
  const falsely = told.filter(({ at, kind }) => {
    const token = storedAt(life, at).current;
    return !dead.some((window) => isIn(at, window)) || !isRightWord(kind, token, at);
  });
  const twice = dead.filter((window) => told.filter(({ at }) => isIn(at, window)).length > windowsTokens(life, window));
  return [
    ...missed.map((window) => `missed: dead ${shownWindow(window)}`),
    ...falsely.map((alert) => `false: ${shown(alert)}`),
    ...twice.map((window) => `told twice: dead ${shownWindow(window)}`),
  ];
}

/** A token that ended by its own date must not be called revoked, nor the other way round. */
function isRightWord(kind: AlertKind, { expiresAt, revokedAt, isWrong }: Token, at: number): boolean {
  if (kind === 'credential-expired') return !isWrong && expiresAt !== undefined && expiresAt <= at;
  if (kind === 'credential-revoked') return !isWrong && revokedAt !== undefined && revokedAt <= at;
  return true;
}

function expiryComplaints({ tokens, style, outages }: Life, alerts: readonly Alert[]): readonly string[] {
  const warnings = alerts.filter(({ kind }) => kind === 'credential-expiring');
  const matched = new Set<Alert>();
  const problems = tokens.flatMap((token, index) => {
    const { expiresAt, storedAt: from } = token;
    const until = Math.min(tokens[index + 1]?.storedAt ?? START + LENGTH, token.revokedAt ?? START + LENGTH);
    if (expiresAt === undefined || token.isWrong || style === 'silent' || style === 'minted') return [];
    const theirs = warnings.filter(
      ({ at, grant }) => isIn(at, { from, until: until + NOTICE_MS }) && grant?.expiresAt === expiresAt / 1_000,
    );
    for (const alert of theirs) matched.add(alert);
    const crossings = [30, 14, 7, 1].map((days) => expiresAt - days * DAY).filter((at) => at > from);
    const due = crossings.filter(
      (at) =>
        at + NOTICE_MS < until && !outages.some((window) => overlaps(window, { from: at, until: at + NOTICE_MS })),
    );
    const possible = crossings.filter((at) => at <= until).length + 1;
    return [
      ...(theirs.length < due.length
        ? [`missed: ${due.length - theirs.length} warnings of ${new Date(expiresAt).toISOString()}`]
        : []),
      ...(theirs.length > possible ? [`told twice: the end at ${new Date(expiresAt).toISOString()}`] : []),
    ];
  });
  return [...problems, ...warnings.filter((alert) => !matched.has(alert)).map((alert) => `false: ${shown(alert)}`)];
}

function scopeComplaints(life: Life, alerts: readonly Alert[]): readonly string[] {
  const told = alerts.filter(({ kind }) => kind === 'scope-lost');
  const losses = life.tokens.flatMap((token, index): readonly Window[] => {
    const until = life.tokens[index + 1]?.storedAt ?? START + LENGTH;
    const end = Math.min(until, token.expiresAt ?? until, token.revokedAt ?? until);
    const lost = token.scopesLost;
    return lost && !token.isWrong && lost.from < end ? [{ from: lost.from, until: Math.min(lost.until, end) }] : [];
  });
  return [
    ...losses
      .filter((window) => isNoticeable(life, window) && !told.some(({ at }) => isIn(at, window)))
      .map((window) => `missed: scopes lost ${shownWindow(window)}`),
    ...told.filter(({ at }) => !losses.some((window) => isIn(at, window))).map((alert) => `false: ${shown(alert)}`),
  ];
}

/** When the stored token was let in by nobody: from an end to the next good token. */
function deadTimes(life: Life): readonly Window[] {
  const windows: Window[] = [];
  let from: number | undefined;
  for (let at = START; at <= START + LENGTH; at += HOUR / 12) {
    const dead = at < START + LENGTH && !isAlive(storedAt(life, at).current, at);
    if (dead) from ??= at;
    else if (from !== undefined) {
      windows.push({ from: from - HOUR / 12, until: at + HOUR / 12 });
      from = undefined;
    }
  }
  return windows;
}

/** How many tokens were dead within one stretch of time: another dead one is news. */
function windowsTokens({ tokens }: Life, { from, until }: Window): number {
  return 1 + tokens.filter((token) => token.storedAt > from && token.storedAt < until).length;
}

function isNoticeable(life: Life, window: Window): boolean {
  return noticeBy(life, window) < window.until;
}

/** By when it must have been noticed: outages and the loss of many answers take their time. */
function noticeBy({ outages, lostPercent }: Life, { from }: Window): number {
  let by = from + NOTICE_MS * (lostPercent > 5 ? 2 : 1);
  for (const outage of [...outages].sort((a, b) => a.from - b.from)) {
    if (overlaps(outage, { from, until: by })) by = Math.max(by, outage.until + NOTICE_MS);
  }
  return by;
}

function overlaps(a: Window, b: Window): boolean {
  return a.from < b.until && b.from < a.until;
}

function shown({ kind, at, subject }: Alert): string {
  return `${kind} of ${subject.name} at ${new Date(at).toISOString()}`;
}

function shownWindow({ from, until }: Window): string {
  return `${new Date(from).toISOString()} to ${new Date(until).toISOString()}`;
}
