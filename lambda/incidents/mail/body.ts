import type { Config } from '../../config/types.ts';
import type { Alert } from '../alert.ts';
import { DAY_MS } from '../expiry.ts';
import type { MailContext } from '../mail-context.ts';
import { evidenceOf, scopesOf } from './evidence.ts';
import { facts } from './facts.ts';
import { apart, labelled, titled } from './layout.ts';
import { credentialOf } from './news.ts';
import { oneLine, wrap } from './plain-text.ts';
import { sentenceOf } from './sentence.ts';
import { formatDuration } from './times.ts';
import { whatToDo } from './what-to-do.ts';

const MAX_NAME_LENGTH = 100;
const MAX_LISTED_PROBES = 50;

/** One alert as a person reads it at three in the morning: what, since when, why, what to do, what it breaks. */
export function bodyOf(alert: Alert, context: MailContext): readonly string[] {
  const sections = [
    wrap(sentenceOf(alert, context)),
    facts(alert, context.now),
    titled(alert.kind === 'recovered' ? 'It had been' : 'Why', evidenceOf(alert)),
    ...scopesOf(alert).map(({ title, lines }) => titled(title, lines)),
    titled('What to do', whatToDo(alert, context)),
    ...probeLists(alert),
  ];
  return apart(sections);
}

/** Where a person sees the secret of the credential that the alert is about. */
export function secretLinkOf({ subject }: Alert, { config, links }: MailContext): readonly string[] {
  const credential = subject.type === 'credential' ? credentialOf(subject.name, config) : undefined;
  const link = credential?.secret === undefined ? undefined : links.secret?.(credential.secret);
  return link ? labelled('Secret', link) : [];
}

/** What is said once a mail: where to look, whose mail it is, and what comes next. */
export function endOf(alerts: readonly Alert[], { config, links, now }: MailContext): readonly string[] {
  const [next, ...others] = new Set(alerts.map((alert) => nextMail(alert, config, now)));
  return [
    ...(links.dashboard ? labelled('Dashboard', links.dashboard) : []),
    ...labelled('Monitor', oneLine(config.monitor, MAX_NAME_LENGTH)),
    ...(next && others.length === 0 ? labelled('Next', next) : []),
  ];
}

function probeLists({ kind, subject, probes, probeCount, failingCount = 0 }: Alert): readonly (readonly string[])[] {
  if (subject.type === 'probe' || kind === 'recovered') return [];
  const listed = probes.slice(0, MAX_LISTED_PROBES);
  const failing = listed.slice(0, failingCount);
  const using = listed.slice(failing.length);
  const usingCount = probeCount - failingCount;
  return [
    titled(`Failing because of it: ${count(failingCount)}`, nameList(failing, failingCount)),
    titled(`${failingCount > 0 ? 'Also using it' : 'Using it'}: ${count(usingCount)}`, nameList(using, usingCount)),
  ];
}

function count(probes: number): string {
  return probes === 1 ? '1 probe' : `${probes} probes`;
}

function nameList(names: readonly string[], total: number): readonly string[] {
  const lines = names.map((name) => `  - ${oneLine(name, MAX_NAME_LENGTH)}`);
  return total > names.length ? [...lines, `  and ${total - names.length} more`] : lines;
}

function nextMail({ kind, grant }: Alert, { alerts }: Config, now: number): string | undefined {
  if (kind === 'recovered' || kind === 'identity-changed') return undefined;
  if (kind !== 'credential-expiring')
    return `a reminder in ${formatDuration(alerts.remindEveryMs)}, unless it recovers`;
  const leftMs = (grant?.expiresAt ?? 0) * 1000 - now;
  const ahead = alerts.expiryWarningDays.filter((days) => days * DAY_MS < leftMs);
  if (ahead.length === 0) return 'an alert when a probe is refused because of it';
  return `a warning ${formatDuration(Math.max(...ahead) * DAY_MS)} ahead, unless it is renewed`;
}
