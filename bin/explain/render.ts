import type { Details, Diagnosis, Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import type { Redactor } from '../../lambda/redaction/redactor.ts';
import type { Style } from '../terminal/style.ts';
import { MEANINGS } from './meanings.ts';
import { redactorFor, withoutCredentials } from './safe.ts';

const LABEL_WIDTH = 12;

/**
 * A diagnosis for people at a terminal of `width` columns (at least 40 are used); ends without a line break. Without
 * `redact` the credentials of the refused request are left out of it.
 */
export function renderDiagnosis(
  refusal: Refusal,
  diagnosis: Diagnosis,
  options: { readonly style: Style; readonly width: number; readonly redact?: Redactor },
): string {
  const { redact = redactorFor(refusal.request) } = options;
  const { cause, family, confidence, evidence, details, remedy } = withoutCredentials(diagnosis, redact);
  const width = Math.max(40, options.width);
  const { style } = options;
  const { means, orElse } = MEANINGS[cause];
  const section = (label: string, lines: readonly string[]) =>
    lines.map((line, index) => style('dim', (index === 0 ? label : '').padEnd(LABEL_WIDTH)) + line).join('\n');
  const wrapped = (text: string) => wrap(text, width - LABEL_WIDTH);
  return [
    `${style('bold', style(cause === 'unknown' ? 'yellow' : 'red', cause))}${cause === family ? '' : style('dim', ` (${family})`)}`,
    ...wrap(means, width),
    '',
    section('Call', wrapped(redact(callOf(refusal)))),
    section('Sure', [SURENESS[confidence]]),
    section(
      'Why',
      evidence.flatMap(({ where, what }) => wrapped(`${where}: ${what}`)),
    ),
    ...(rowsOf(details).length === 0 ? [] : [section('Details', aligned(rowsOf(details)).flatMap(wrapped))]),
    section('What to do', wrapped(remedy)),
    ...(confidence === 'certain'
      ? []
      : [
          section(
            'Or else',
            orElse.flatMap((other) => wrapped(`${other}: ${MEANINGS[other].means}`)),
          ),
        ]),
  ].join('\n');
}

const SURENESS = { certain: 'certain', likely: 'likely', possible: 'only a possibility' } as const;

/** Without the query: it may hold a credential. */
function callOf({ request, response }: Refusal): string {
  const url = request.url.split(/[?#]/)[0] ?? '';
  return url === ''
    ? `answered ${response.status}`
    : `${request.method} ${withoutUserInfo(url)} answered ${response.status}`;
}

function withoutUserInfo(url: string): string {
  return url.replace(/^([a-z]{2,8}:\/\/)[^/@]*@/i, '$1');
}

function rowsOf(details: Details): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string | undefined])[] = [
    ['provider', details.provider],
    ['missing', details.missingScopes?.join(', ')],
    ['granted', details.grantedScopes?.join(', ')],
    ['retry after', details.retryAfterSeconds === undefined ? undefined : `${details.retryAfterSeconds} s`],
    ['resets at', time(details.resetAt)],
    ['expired at', time(details.expiredAt)],
    ['address', details.address],
    ['request id', details.requestId],
    ['read more', details.documentation],
  ];
  return rows.filter((row): row is readonly [string, string] => row[1] !== undefined);
}

function time(epochSeconds: number | undefined): string | undefined {
  return epochSeconds === undefined ? undefined : new Date(epochSeconds * 1000).toISOString().replace('.000Z', 'Z');
}

function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const longest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(longest)}  ${value}`);
}

/** Breaks at spaces; a word longer than a line stands alone on its own. */
function wrap(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?! )/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
