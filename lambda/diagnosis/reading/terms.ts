import { wordsOf } from './words.ts';

/** A machine token of the body: an error code, reason, type or status. */
export interface Code {
  /** Such as `error.code` or `errors[0].reason`. */
  readonly path: string;
  readonly value: string;
  /** Lower-case words of it; empty for a number. */
  readonly words: string;
}

/** A sentence of the body. */
export interface Message {
  readonly path: string;
  readonly text: string;
  /** What rules match: lower case, one line, without links. */
  readonly plain: string;
  /** False for hints, help and strings under keys that are no usual place for a message. */
  readonly primary: boolean;
}

export interface Terms {
  readonly codes: readonly Code[];
  readonly messages: readonly Message[];
  /** Links under keys that announce documentation. */
  readonly links: readonly string[];
}

const MAX_CODES = 48;
const MAX_MESSAGES = 24;
const MAX_MESSAGE_LENGTH = 1500;

/** Keys are compared in lower case without punctuation. */
const CODE_KEYS = new Set(
  `code error errors reason type errorcode errcode status statuscode subcode errorsubcode errortype errorno errno err
   minorerrorcode majorerrorcode faultcode exception errorname errorkey errorid category issue tag problem
   subreason kind class typekey titlekey messagecode messagekey xamznerrortype oauthproblem errors0 fault suberror
   errorstatus resultcode retcode statusmessage extensionscode serviceerrorcode ret resultstatus rc codename
   reasoncode errorclass exceptioncode exceptionname exceptiontype ecode errordata errorreason failurecode denialreason`.split(
    /\s+/,
  ),
);
/** Codes only when they look like words: elsewhere these keys hold names and identifiers. */
const NAME_KEYS = new Set(['id', 'name', 'title', 'key', 'label', 'slug', 'result']);
const MESSAGE_KEYS = new Set(
  `message msg error errors errordescription errormessage errmsg err detail details description title reason text
   faultstring developermessage usermessage explanation cause summary errorsummary base resultmessage retmsg submsg
   statusmessage errordetail errordetails errorreason exceptionmessage technicalmessage longmessage shortmessage body
   errortext info fault status result moreinformation authenticationerrordetail errorlocalizedmessage alert failure
   localizedmessage statusdescription value userfacingmessage string diagnostics failurereason errorinfo`.split(/\s+/),
);
const LINK_KEYS =
  /^(?:error_?ur[il]|documentation|doc|docs|moreinfo|help|href|link|url|about|info|extendedhelp|learnmore|support|recommend|externalreference)/;
const TOKEN_SHAPE = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/#@+\\-]{1,119}$/u;
/** Scripts that write sentences without spaces: no token is written in them. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Words in capitals joined by underscores are a code under any name that speaks of an error or an answer. */
const SHOUTED = /^[A-Z][A-Z\d]{1,30}(?:_[A-Z\d]{1,30}){1,10}$/;
const OF_ANSWER = /msg|message|err|reason|code|result|info|status|fault|detail/;
const NAME_SHAPE = /^[A-Za-z]+(?:[_-][A-Za-z]+){0,8}$/;
const LINK_SHAPE = /^https?:\/\/\S{3,500}$/;
const LINKS = /\b(?:https?:\/\/|www\.)[^\s"'<>)\]]{0,500}/g;
/** Any run of them but a single space, which stays as it is. */
const UNTIDY = /(?! [^\s\u2018\u2019\u201c\u201d\u0000-\u001f])[\s\u2018\u2019\u201c\u201d\u0000-\u001f]+/g;

/** What the caller sent, which some servers send back: it says nothing of the refusal, and may hold a secret. */
const ECHO = /(?:^|[.[\]])(?:request_?(?:params|headers|body|data|parameters)|sent_?headers)(?:$|[.[])/i;

/** One string or number of a body, with the nearest name above it. */
export interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: string | number;
}

/** Sorts a body's leaves into codes, messages and links; the order in which the body lists them does not matter. */
export function termsOf(leaves: readonly Leaf[]): Terms {
  const codes: Code[] = [];
  const messages: Message[] = [];
  const links: string[] = [];
  for (const { path, key, value } of leaves) {
    if (ECHO.test(path)) continue;
    const name = normaliseKey(key);
    if (typeof value === 'number') {
      if (CODE_KEYS.has(name)) codes.push({ path, value: String(value), words: '' });
      continue;
    }
    const text = value.trim();
    if (text === '') continue;
    if (LINK_SHAPE.test(text)) {
      if (LINK_KEYS.test(name)) links.push(text);
      else if (name === 'type' || name === 'error') codes.push({ path, value: text, words: lastSegment(text) });
    } else if (!TOKEN_SHAPE.test(text) || WITHOUT_SPACES.test(text)) {
      messages.push(messageOf(path, text, MESSAGE_KEYS.has(name) || CODE_KEYS.has(name)));
    } else if (
      (SHOUTED.test(text) && OF_ANSWER.test(name)) ||
      CODE_KEYS.has(name) ||
      MESSAGE_KEYS.has(name) ||
      (NAME_KEYS.has(name) && NAME_SHAPE.test(text))
    ) {
      codes.push({ path, value: text, words: wordsOf(text) });
    }
  }
  return {
    codes: codes.sort(byPath).slice(0, MAX_CODES),
    messages: distinct(messages.sort(byRank)).slice(0, MAX_MESSAGES),
    links: links.sort().slice(0, 8),
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function byRank(a: Message, b: Message): number {
  return Number(b.primary) - Number(a.primary) || depth(a.path) - depth(b.path) || byPath(a, b);
}

function distinct(messages: readonly Message[]): readonly Message[] {
  const seen = new Set<string>();
  return messages.filter(({ plain }) => !seen.has(plain) && seen.add(plain));
}

export function messageOf(path: string, text: string, primary: boolean): Message {
  const cut = text.slice(0, MAX_MESSAGE_LENGTH);
  const plain = cut
    .toLowerCase()
    .replace(LINKS, ' ')
    .replace(UNTIDY, (run) => (run === '\u2019' || run === '\u2018' ? "'" : ' '))
    .trim();
  return { path, text: cut, plain, primary };
}

/** A name in lower case without punctuation, as the tables of names hold it. */
export function normaliseKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z\d]+/g, '');
}

function depth(path: string): number {
  let names = 1;
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) names += 1;
  return names;
}

function lastSegment(link: string): string {
  return wordsOf(link.slice(link.lastIndexOf('/') + 1));
}
