import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { collectHeaders, type Headers } from './headers.ts';

const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: .*)?$/;
const REQUEST_LINE = /^([A-Z]{3,10}) (\S{1,8000}) HTTP\/\d(?:\.\d)?$/;
/** Everything that `curl -v` prints beside headers and body. */
const CURL_NOISE = /^(?:\* |[{}] \[\d+ bytes data\]|\s*% Total|\s*Dload|\s*\d+ +\d|--:--:--)/;
const CURL_FAREWELL = /\* (?:Connection #\d+ to host|Closing connection|shutting down connection)[^\n]*$/;

interface Messages {
  /** All requests, in their order. */
  readonly requests: readonly Refusal['request'][];
  readonly response?: Refusal['response'];
}

interface Head {
  readonly first: string;
  readonly headers: Headers;
}

/**
 * The last exchange in a text of HTTP messages: interim answers, a proxy's CONNECT and followed redirects come
 * before it. Understands the marks of `curl -v` and httpie's request-then-response.
 */
export function parseMessages(text: string): Messages {
  const isVerbose = /^< HTTP\//m.test(text);
  const lines = (isVerbose ? withoutMarks(text) : text).split('\n');
  const requests: Head[] = [];
  let response: Head | undefined;
  let body: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = (lines[index] ?? '').trimEnd();
    const startsRequest = REQUEST_LINE.test(line);
    if (!startsRequest && !STATUS_LINE.test(line)) {
      body.push(lines[index] ?? '');
      continue;
    }
    const stop = headEnd(lines, index + 1);
    const head = { first: line, headers: readHeaders(lines.slice(index + 1, stop)) };
    if (startsRequest) requests.push(head);
    else response = head;
    body = [];
    index = stop;
  }
  return {
    requests: requests.map(toRequest),
    ...(response === undefined
      ? {}
      : {
          response: {
            status: Number(STATUS_LINE.exec(response.first)?.[1]),
            headers: response.headers,
            body: trimBody(body),
          },
        }),
  };
}

/** Removes `> `, `< ` and the talk of `curl -v`, which leaves plain messages. */
function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !CURL_NOISE.test(line))
    .map((line) => (/^[<>](?: |$)/.test(line) ? line.slice(2) : line.replace(CURL_FAREWELL, '')))
    .join('\n');
}

function headEnd(lines: readonly string[], start: number): number {
  let index = start;
  while (index < lines.length && (lines[index] ?? '').trim() !== '') index++;
  return index;
}

function readHeaders(lines: readonly string[]): Head['headers'] {
  return collectHeaders(
    lines.flatMap((line) => {
      const colon = line.indexOf(':', 1);
      return colon === -1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

/** The scheme is not in a request; plain HTTP is the exception. */
function toRequest({ first, headers }: Head): Refusal['request'] {
  const [, method = 'GET', target = ''] = REQUEST_LINE.exec(first) ?? [];
  const host = headers.host ?? headers[':authority'];
  const url = /^https?:\/\//.test(target) ? target : typeof host === 'string' ? `https://${host}${target}` : '';
  return { method, url, headers };
}

/** Without empty lines around it. */
function trimBody(lines: readonly string[]): string {
  const isFull = (line: string) => line !== '';
  const first = lines.findIndex(isFull);
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex(isFull) + 1).join('\n');
}
