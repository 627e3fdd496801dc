import type { Confidence, Diagnosis, Evidence, Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import type { Redactor } from '../../lambda/redaction/redactor.ts';
import type { Style } from '../terminal/style.ts';
import { alternativesTo } from './alternatives.ts';
import { type Clock, rowsOf } from './details.ts';
import { UNKNOWN_STATUS } from './forms/exchange.ts';
import { MEANINGS } from './meanings.ts';
import { redactorFor, withoutCredentials } from './safe.ts';
import { pairs, printable, wrap } from './wrap.ts';

const LABEL_WIDTH = 12;
/** Where a terminal is narrower than that, labels stand above what they name. */
const NARROW = 60;
const INDENT = 2;
const NARROWEST = 40;

export interface RenderOptions {
  readonly style: Style;
  /** In columns; at least 40 are used. */
  readonly width: number;
  /** Default: the clock of this machine. */
  readonly clock?: Clock;
  /** Default: leaves out the credentials of the refused request. */
  readonly redact?: Redactor;
  /** How often the call was refused in this way; default: once. */
  readonly times?: number;
}

/** A diagnosis for people at a terminal; ends without a line break. */
export function renderDiagnosis(refusal: Refusal, diagnosis: Diagnosis, options: RenderOptions): string {
  const { style, redact = redactorFor(refusal.request), clock = { now: Date.now() } } = options;
  const { cause, family, confidence, evidence, details, remedy } = withoutCredentials(diagnosis, redact);
  const width = Math.max(NARROWEST, options.width);
  const margin = width < NARROW ? INDENT : LABEL_WIDTH;
  const room = width - margin;
  const call = callOf(refusal) + (options.times === undefined || options.times === 1 ? '' : `, ${options.times} times`);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Call', wrap(redact(call), room)],
    ['Sure', wrap(cause === 'unknown' ? 'no: nothing in it points anywhere' : SURENESS[confidence], room)],
    ['Why', pairs(evidence.map(evidenceRow), room, true)],
    ['Details', pairs(rowsOf(details, refusal.response, clock), room)],
    ['What to do', wrap(printable(remedy), room)],
    [
      'Or else',
      pairs(
        alternativesTo(cause, confidence).map((other) => [other.cause, other.sign]),
        room,
      ),
    ],
  ];
  return [
    `${style('bold', style(cause === 'unknown' ? 'yellow' : 'red', cause))}${cause === family ? '' : style('dim', ` (${family})`)}`,
    ...wrap(MEANINGS[cause], width),
    '',
    ...sections.flatMap(([label, lines]) => {
      if (lines.length === 0) return [];
      if (margin === INDENT) return [style('dim', label), ...lines.map((line) => ' '.repeat(INDENT) + line)];
      return lines.map((line, index) => style('dim', (index === 0 ? label : '').padEnd(LABEL_WIDTH)) + line);
    }),
  ].join('\n');
}

const SURENESS: Readonly<Record<Confidence, string>> = {
  certain: 'certain: the response says so',
  likely: 'likely: the response points to it, without saying it outright',
  possible: 'only a possibility: the response hints at it',
};

/** What the server wrote stands in quotes; what we know beside it does not. */
function evidenceRow({ where, what }: Evidence): readonly [string, string] {
  const isQuoted = /^(?:header|body)\b/.test(where) && what !== 'empty' && what !== 'not known';
  return [printable(where), printable(isQuoted ? `“${what}”` : what)];
}

/** Without the query: it may hold a credential. */
function callOf({ request, response }: Refusal): string {
  const answered =
    response.status === UNKNOWN_STATUS ? 'answered with a status that is not known' : `answered ${response.status}`;
  const url = withoutUserInfo(request.url.split(/[?#]/)[0] ?? '');
  return printable(url === '' ? answered : `${request.method} ${url} ${answered}`);
}

function withoutUserInfo(url: string): string {
  return url.replace(/^([a-z]{2,8}:\/\/)[^/@]*@/i, '$1');
}
