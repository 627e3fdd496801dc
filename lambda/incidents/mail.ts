import type { Message } from '../ports.ts';
import type { Alert } from './alert.ts';
import { bodyOf, endOf, secretLinkOf } from './mail/body.ts';
import { oneLine, WIDTH, wrap } from './mail/plain-text.ts';
import { headline, titleOf } from './mail/title.ts';
import type { MailContext } from './mail-context.ts';

/**
 * SNS takes 256 KiB for subject, text and attributes together.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (`Message`)
 */
const MAX_TEXT_BYTES = 200 * 1024;

/** More than the lines between the parts of a text take. */
const END_BYTES = 100;

/** Headlines of a message that are listed; far more than one group holds. */
const MAX_HEADLINES = 100;

/** One alert as a mail of its own. */
export function renderAlert(alert: Alert, context: MailContext): { readonly title: string; readonly text: string } {
  const { title, text } = renderMessage([alert], context);
  return { title, text };
}

/**
 * One mail for alerts of one kind, at least one: a list of them all, then each by itself for as long as there is
 * room.
 */
export function renderMessage(alerts: readonly Alert[], context: MailContext): Message {
  const title = titleOf(alerts, context.config, context.now);
  const end = endOf(alerts, context);
  const [first] = alerts;
  if (first === undefined) throw new Error('a message needs at least one alert');
  if (alerts.length === 1)
    return { title, text: toText([...bodyOf(first, context), '', ...secretLinkOf(first, context), ...end]), alerts };

  const start = overview(alerts, context);
  const shown = sections(alerts, context, MAX_TEXT_BYTES - END_BYTES - byteLength([...start, ...end]));
  const left = alerts.length - shown.length;
  const note = left === 0 ? [] : ['', '', `There was no room for the details of the last ${left}.`];
  return { title, text: toText([...start, ...shown.flat(), ...note, '', '', ...end]), alerts };
}

function overview(alerts: readonly Alert[], { config, now }: MailContext): readonly string[] {
  const lines = alerts
    .slice(0, MAX_HEADLINES)
    .flatMap((alert, index) => wrap(`${index + 1}. ${headline(alert, config, now)}`, '  ', '     '));
  const more = alerts.length > MAX_HEADLINES ? [`  and ${alerts.length - MAX_HEADLINES} more`] : [];
  return [`What happened in ${oneLine(config.monitor, 64)}:`, '', ...lines, ...more];
}

function sectionOf(alert: Alert, number: string, context: MailContext): readonly string[] {
  const heading = `${number}. ${headline(alert, context.config, context.now)}`;
  const link = secretLinkOf(alert, context);
  return [
    '',
    '',
    heading,
    '-'.repeat(Math.min(heading.length, WIDTH)),
    ...bodyOf(alert, context),
    ...(link.length === 0 ? [] : ['', ...link]),
  ];
}

/** As many sections, from the first on, as there is room for. */
function sections(alerts: readonly Alert[], context: MailContext, room: number): readonly (readonly string[])[] {
  const fitting: (readonly string[])[] = [];
  let left = room;
  for (const [index, alert] of alerts.entries()) {
    const section = sectionOf(alert, `${index + 1}`, context);
    left -= byteLength(section);
    if (left < 0) break;
    fitting.push(section);
  }
  return fitting;
}

function byteLength(lines: readonly string[]): number {
  return Buffer.byteLength(toText(lines));
}

function toText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
