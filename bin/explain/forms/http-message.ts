import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { withoutChunks } from './chunks.ts';
import { isCurlTalk, withoutCurlTalk } from './curl-talk.ts';
import { collectHeaders, type Headers } from './headers.ts';
import { isPythonDebug, withoutPythonDebug } from './python-debug.ts';

const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: .*)?$/;
const REQUEST_LINE = /^([A-Z]{3,10}) (\S{1,8000}) HTTP\/\d(?:\.\d)?$/;
/** An answer right behind a body that has no line break at its end. */
const GLUED_STATUS_LINE = /^(.+?)(HTTP\/\d(?:\.\d)? \d{3}(?: [A-Za-z' -]*)?)$/;
const FIELD = /^[\w!#$%&'*+.^`|~:-]{1,100}:(?: |$)/;

export interface Messages {
  /** All requests, in their order. */
  readonly requests: readonly Refusal['request'][];
  /** All answers, each with the request before it. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly request?: Refusal['request'];
  readonly response: Refusal['response'];
}

interface Head {
  readonly first: string;
  readonly headers: Headers;
  readonly body: string[];
}

/**
 * The HTTP messages in a text: what `curl -i`, `curl -v`, httpie, `wget -S`, a proxy or Python's debug output show.
 */
export function parseMessages(text: string): Messages {
  const lines = unmarked(text).split('\n');
  const heads: Head[] = [];
  for (let index = 0; index < lines.length; index++) {
    const raw = lines[index] ?? '';
    const start = startOf(raw, lines[index + 1] ?? (heads.length === 0 ? '' : undefined));
    if (start === undefined) {
      heads.at(-1)?.body.push(raw);
      continue;
    }
    if (start.before !== '') heads.at(-1)?.body.push(start.before);
    const stop = headEnd(lines, index + 1, start.indent);
    heads.push({ first: start.line, headers: readHeaders(lines.slice(index + 1, stop)), body: [] });
    index = isBlank(lines[stop]) ? stop : stop - 1;
  }
  return pair(heads);
}

function unmarked(text: string): string {
  if (isCurlTalk(text)) return withoutCurlTalk(text);
  return isPythonDebug(text) ? withoutPythonDebug(text) : text;
}

/** The first line of a message: by itself, indented as `wget -S` has it, or behind the end of a body. */
function startOf(raw: string, next: string | undefined) {
  const line = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  if (STATUS_LINE.test(line) || REQUEST_LINE.test(line)) return { line, indent, before: '' };
  if (line.length > MAX_GLUED_LENGTH || !line.includes('HTTP/')) return undefined;
  const [, before = '', status = ''] = GLUED_STATUS_LINE.exec(line) ?? [];
  const isHead = status !== '' && next !== undefined && (isBlank(next) || FIELD.test(next));
  return isHead ? { line: status.trimEnd(), indent: 0, before } : undefined;
}

/** Longer lines are looked at as a body only. */
const MAX_GLUED_LENGTH = 65_536;

/** Where the blank line is that ends the head; an interim answer of `curl -v` has none before the next head. */
function headEnd(lines: readonly string[], start: number, indent: number): number {
  let index = start;
  while (index < lines.length && !isBlank(lines[index])) {
    const line = lines[index] ?? '';
    if (STATUS_LINE.test(line.trim()) || REQUEST_LINE.test(line.trim())) break;
    if (indent > 0 && !line.startsWith(' ')) break;
    index++;
  }
  return index;
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === '';
}

function readHeaders(lines: readonly string[]): Headers {
  return collectHeaders(
    lines.flatMap((line) => {
      const field = line.trim();
      const colon = field.indexOf(':', 1);
      return colon === -1 ? [] : [[field.slice(0, colon).trim(), field.slice(colon + 1).trim()] as const];
    }),
  );
}

function pair(heads: readonly Head[]): Messages {
  const requests: Refusal['request'][] = [];
  const answers: Answer[] = [];
  for (const head of heads) {
    const status = STATUS_LINE.exec(head.first)?.[1];
    const request = requests.at(-1);
    if (status === undefined) requests.push(toRequest(head));
    else answers.push({ ...(request === undefined ? {} : { request }), response: toResponse(head, Number(status)) });
  }
  return { requests, answers };
}

function toResponse({ headers, body }: Head, status: number): Refusal['response'] {
  const text = trimBody(body);
  const isChunked = /chunked/i.test(String(headers['transfer-encoding'] ?? ''));
  return { status, headers, body: isChunked ? (withoutChunks(text) ?? text) : text };
}

/** The scheme is not in a request: what curl says of it counts, else the port, else nearly all is HTTPS. */
function toRequest({ first, headers: all }: Head): Refusal['request'] {
  const [, method = 'GET', target = ''] = REQUEST_LINE.exec(first) ?? [];
  const { ':scheme': scheme, ...headers } = all;
  const host = [headers.host ?? headers[':authority']].flat()[0];
  if (method === 'CONNECT' || /^https?:\/\//.test(target) || host === undefined)
    return { method, url: method === 'CONNECT' || host !== undefined || target.includes('://') ? target : '', headers };
  return {
    method,
    url: `${[scheme].flat()[0] ?? (host.endsWith(':80') ? 'http' : 'https')}://${host}${target}`,
    headers,
  };
}

/** Without empty lines around it, and without what httpie and wget say below it. */
function trimBody(lines: readonly string[]): string {
  const isFull = (line: string) => line !== '';
  const first = lines.findIndex(isFull);
  if (first === -1) return '';
  return lines
    .slice(first, lines.findLastIndex(isFull) + 1)
    .join('\n')
    .replace(/(?:^|\n\n)Elapsed time: [\d.]{1,20}s$/, '')
    .replace(/(?:^|\n)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ERROR \d{3}: [^\n]*$/, '');
}
