import type { Message } from '../../lambda/ports.ts';
import type { Style } from './style.ts';

const RULE = '─'.repeat(72);

/** A message as it arrives, framed so that it stands out among other lines. */
export function renderMail({ title, text }: Message, style: Style): string {
  return [style('cyan', RULE), `${style('cyan', 'Mail')}  ${style('bold', title)}`, '', text.trimEnd()].join('\n');
}
