import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { callIn } from './call.ts';
import { headersOf, isAnswer, property, toRefusal, toRequest, UNKNOWN_FIELDS } from './exchange.ts';
import { looseValueAt } from './loose-value.ts';

/** More than any client prints of one error. */
const MAX_LENGTH = 262_144;
/** Objects in one text that are looked at. */
const MAX_OBJECTS = 50;

/** How clients and logs name a status; the first group of each is the status. From the surest to the loosest. */
const STATUS_SENTENCES: readonly RegExp[] = [
  /\bstatus[ _-]?code["']?\s{0,3}(?:[:=]|of|is|was)?\s{0,3}["']?([45]\d\d)\b/i, // axios, Go, most logs
  /\bresponse code:? ([45]\d\d)\b/i, // java.net
  /<Response \[([45]\d\d)\b/, // requests, httpx
  /\b([45]\d\d) (?:Client|Server) Error\b/, // requests
  /\bHTTP(?: Error| status| response|\/\d(?:\.\d)?)?[ :=]{1,3}([45]\d\d)\b/i, // urllib, Ruby, log lines
  /\breturned error: ([45]\d\d)\b/, // curl --fail
  /(?:Error|\bcode|\bstatus|\bstatus of)[:=]? {0,2}["']?([45]\d\d)\b/i, // wget, googleapi, OpenAI, logfmt, browsers
  /(?<!\d)(40\d|429|451) \(?(?:Unauthorized|Forbidden|Bad Request|Payment Required|Proxy Authentication|Too Many Requests|Unavailable For)/i, // Spring, browsers
];

interface Printed {
  /** Such as `response`, where the object stands behind a name. */
  readonly name: string;
  readonly value: object;
}

/**
 * The answer that an error message, a log line or a printed object tells of, as axios, fetch, requests and the like
 * show it. `undefined` where nothing in the text tells a status.
 */
export function fromErrorDump(text: string): Refusal | undefined {
  const dump = text.slice(0, MAX_LENGTH);
  const objects = printedObjects(dump);
  const request = requestOf(objects, dump);
  const whole = objects.map(wholeAnswer).find((response) => response !== undefined);
  if (whole !== undefined) return { request, response: whole };
  const status = STATUS_SENTENCES.map((sentence) => sentence.exec(dump)).find((found) => found !== null);
  if (!status) return undefined;
  const named = (pattern: RegExp) => objects.find(({ name }) => pattern.test(name))?.value;
  const body = named(/^(?:data|body|text|content|payload)$/i) ?? objects.findLast(isBody)?.value;
  return {
    request,
    response: {
      status: Number(status[1]),
      headers: headersOf(named(/^(?:response_?)?headers$/i) ?? objects.find(isHeaders)?.value),
      body: body === undefined ? sayingAt(dump, status.index) : JSON.stringify(body),
    },
  };
}

/** All objects that stand in the text by themselves. */
function printedObjects(text: string): readonly Printed[] {
  const objects: Printed[] = [];
  for (let at = text.indexOf('{'); at !== -1 && objects.length < MAX_OBJECTS; ) {
    const { value, end } = looseValueAt(text, at);
    const name = /(\w{1,40})["']?\s{0,3}(?:[:=]|=>)\s{0,3}(?:[\w[\]: ]{0,60} )?$/.exec(
      text.slice(Math.max(0, at - 120), at),
    )?.[1];
    if (typeof value === 'object' && value !== null) objects.push({ name: name ?? '', value });
    at = text.indexOf('{', Math.max(end, at + 1));
  }
  return objects;
}

function wholeAnswer({ name, value }: Printed): Refusal['response'] | undefined {
  const inside = [value, property(value, 'error'), property(value, 'err'), property(value, 'cause')];
  const holder = inside.find((one) => property(one, 'response') !== undefined);
  if (holder !== undefined) return toRefusal(holder)?.response;
  return name === 'response' || isAnswer(value) ? toRefusal(value)?.response : undefined;
}

function requestOf(objects: readonly Printed[], text: string): Refusal['request'] {
  const holders = objects.map(({ name, value }) => (/^(?:config|request)$/.test(name) ? { request: value } : value));
  const [known] = holders.map(toRequest).filter(({ url, headers }) => url !== '' || Object.keys(headers).length > 0);
  const { method, url } = callIn(text) ?? { method: 'GET', url: '' };
  if (known === undefined) return { method, url, headers: UNKNOWN_FIELDS };
  return { ...known, url: known.url === '' ? url : known.url };
}

/** Neither a request, nor fields, nor the error object that a client makes. */
function isBody({ name, value }: Printed): boolean {
  const names = Object.keys(value);
  const isClients = names.some((key) => /^(?:config|request|options|timings|stack)$/.test(key));
  return (
    !/^(?:config|request|options|headers)$/i.test(name) && !isHeaders({ name, value }) && names.length > 0 && !isClients
  );
}

function isHeaders({ value }: Printed): boolean {
  return Object.keys(value).some((name) => /^(?:content-type|www-authenticate|date)$/i.test(name));
}

/** Lines of a stack trace. */
const STACK_LINE = /^\s+(?:at |File "|\^|raise |\.{3} )|^Traceback |^goroutine /;

/** A status and its reason, which the client writes in its own words. */
const STATUS_WORDS =
  /["'(]?\b[45]\d\d\b["')]?(?:[ ,:]{1,2}["'(]?(?:(?:Client|Server) Error: )?(?:Unauthorized|Forbidden|Bad Request|Payment Required|Not Found)\b["')]?)?/g;

/**
 * What the message says around the status; empty when that is only the status in other words. Without the address,
 * whose words tell nothing of the cause.
 */
function sayingAt(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const lines = text
    .slice(start, start + 4096)
    .split('\n')
    .slice(0, 6)
    .filter((line) => !STACK_LINE.test(line));
  const said = lines
    .join('\n')
    .replace(/\nFor more information check: .*$/s, '')
    .replace(/(?: for (?:url|URL):?)? ?["'<]?https?:\/\/[^\s"'<>]*["'>]?/g, '')
    .trim();
  const words =
    said
      .replace(STATUS_WORDS, ' ')
      .replace(CLIENT_WORDS, ' ')
      .match(/[A-Za-z]{3,}/g) ?? [];
  return words.length < 2 ? '' : said;
}

/** Names of errors, and the sentences that clients have for any status. */
const CLIENT_WORDS =
  /\b[\w.$:]{0,100}(?:Error|Exception)\b|\b(?:Request failed with|Server returned HTTP|The requested URL|the server responded with|Failed to load resource|unexpected|returned|received|HTTP|curl|status(?: of)?|response|code|error|ERROR|GET|POST|PUT|PATCH|DELETE)\b/g;
