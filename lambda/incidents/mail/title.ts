import type { Config } from '../../config/types.ts';
import type { Alert } from '../alert.ts';
import { matterOf, newsOf, nounOf, phrase } from './news.ts';
import { asciiLine } from './plain-text.ts';
import { formatDuration, formatTimeLeft } from './times.ts';

/** SNS takes fewer than 100. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (`Subject`) */
const MAX_TITLE_LENGTH = 99;
const MAX_NAME_LENGTH = 40;
const MAX_MONITOR_LENGTH = 24;

/** What several subjects of one kind have in common, after their number. */
const TOGETHER = {
  'credential-expiring': 'expire soon',
  'credential-expired': 'expired',
  'credential-revoked': 'revoked',
  'credential-invalid': 'not accepted',
  'scope-lost': 'lack scopes',
  'identity-changed': 'speak for somebody else',
  'access-refused': 'refused',
  'probe-failing': 'failing',
  recovered: 'recovered',
  reminder: 'still not well',
} as const;

/** The subject line of one alert, the news first, without the monitor's name. */
export function headline(alert: Alert, config: Config, now: number): string {
  const name = asciiLine(alert.subject.name, MAX_NAME_LENGTH);
  if (alert.kind === 'recovered') return `Recovered after ${formatDuration(alert.at - alert.since)}: ${name}`;
  const expiresAt = alert.kind === 'credential-expiring' ? alert.grant?.expiresAt : undefined;
  if (expiresAt !== undefined) {
    const leftMs = expiresAt * 1000 - now;
    return leftMs > 0 ? `Expires in ${formatTimeLeft(leftMs)}: ${name}` : `Past its expiry date: ${name}`;
  }
  return `${phrase(newsOf(alert, config), alert.kind === 'reminder')}: ${name}`;
}

/** The subject line of a message: ASCII, under 100 characters, whatever the names. */
export function titleOf(alerts: readonly Alert[], config: Config, now: number): string {
  const [first] = alerts;
  if (first === undefined) return 'Nothing to report';
  const monitor = ` (${asciiLine(config.monitor, MAX_MONITOR_LENGTH)})`;
  const room = MAX_TITLE_LENGTH - monitor.length;
  if (alerts.length === 1) return asciiLine(headline(first, config, now), room) + monitor;
  return named(`${alerts.length} ${together(alerts, config)}: `, alerts, room) + monitor;
}

/** As many names as there is room for, then how many more. */
function named(start: string, alerts: readonly Alert[], room: number): string {
  const names = alerts.map(({ subject }) => asciiLine(subject.name, MAX_NAME_LENGTH));
  let title = start;
  for (const [index, name] of names.entries()) {
    const more = ` and ${names.length - index} more`;
    const separator = index === 0 ? '' : ', ';
    const isLast = index === names.length - 1;
    if ((title + separator + name + (isLast ? '' : more)).length > room) return title + (index === 0 ? '...' : more);
    title += separator + name;
  }
  return title;
}

function together(alerts: readonly Alert[], config: Config): string {
  const [first] = alerts;
  if (first === undefined) return '';
  const state = TOGETHER[first.kind];
  const matters = new Set(alerts.map(matterOf));
  const types = new Set(alerts.map(({ subject }) => subject.type));
  if (matters.size > 1 || types.size > 1) return state;
  if (types.has('probe')) return `probes ${state}`;
  if (first.kind === 'probe-failing') return 'secrets unreadable';
  const nouns = new Set(alerts.map(({ subject }) => nounOf(subject.name, config)));
  const noun = nouns.size === 1 ? [...nouns][0] : 'credential';
  return `${noun}s ${state}`;
}
