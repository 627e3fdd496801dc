import type { DiagnosisContext, Refusal } from './diagnosis.ts';
import { type Challenge, parseChallenges } from './reading/challenges.ts';
import { type SentCredential, sentCredential } from './reading/credential.ts';
import { fieldTerms } from './reading/field-terms.ts';
import { type Fields, fieldsOf, textOf } from './reading/headers.ts';
import { jsonLeaves, looseJsonLeaves, parseJson } from './reading/json.ts';
import { type Page, readPage, xmlLeaves } from './reading/markup.ts';
import { type Code, type Leaf, type Message, messageOf, termsOf } from './reading/terms.ts';
import { finite } from './reading/times.ts';
import { wordsOf } from './reading/words.ts';

/** What a body turned out to be, whatever its content type claims. */
export type Content = 'json' | 'xml' | 'html' | 'form' | 'text' | 'empty';

/** A refused exchange, read once: what all rules look at. */
export interface Reading {
  readonly status: number;
  readonly method: string;
  /** Empty where the request is not known. */
  readonly host: string;
  readonly path: string;
  readonly requestFields: Fields;
  readonly fields: Fields;
  /** Of `WWW-Authenticate`. */
  readonly challenges: readonly Challenge[];
  readonly content: Content;
  /** The parsed body when it is JSON. */
  readonly json: unknown;
  /** Every string and number of a structured body. */
  readonly leaves: readonly Leaf[];
  readonly codes: readonly Code[];
  readonly messages: readonly Message[];
  readonly links: readonly string[];
  /** Set when the body is HTML. */
  readonly page?: Page;
  /** Cut to 64 KiB. */
  readonly body: string;
  /** Of the call: by the context, else as its headers and address show it. */
  readonly credential: SentCredential;
  /** Epoch seconds, by the context or the response's `Date`. */
  readonly nowSeconds: number | undefined;
  /** Epoch seconds, by the response's `Date`. */
  readonly serverSeconds: number | undefined;
}

const MAX_BODY_LENGTH = 65_536;

/** Reads a refusal: parses what has a grammar and sorts the body into codes and sentences. Never throws. */
export function read(refusal: Refusal, context: DiagnosisContext): Reading {
  const fields = fieldsOf(refusal.response.headers);
  const requestFields = fieldsOf(refusal.request.headers);
  const body = textOf(refusal.response.body).slice(0, MAX_BODY_LENGTH);
  const method = textOf(refusal.request.method).toUpperCase();
  const url = parseUrl(refusal.request.url);
  const challenges = parseChallenges(fields.get('www-authenticate') ?? '');
  const inBody = readBody(body, fields.get('content-type') ?? '');
  const inFields = fieldTerms(fields, challenges, inBody.content === 'empty');
  const date = Date.parse(fields.get('date') ?? '');
  const now = finite(context.now) ?? finite(date);
  return {
    status: Number(textOf(refusal.response.status) || Number.NaN),
    method,
    host: url?.hostname ?? '',
    path: url?.pathname ?? '',
    requestFields,
    fields,
    challenges,
    ...inBody,
    codes: [...inBody.codes, ...inFields.codes],
    messages: [...inBody.messages, ...inFields.messages],
    body,
    credential: sentCredential(method, url, requestFields, context),
    nowSeconds: now === undefined ? undefined : now / 1000,
    serverSeconds: Number.isNaN(date) ? undefined : date / 1000,
  };
}

type BodyReading = Pick<Reading, 'content' | 'json' | 'leaves' | 'codes' | 'messages' | 'links' | 'page'>;

const NOTHING = { json: undefined, leaves: [], codes: [], messages: [], links: [] } as const;

/** The body's own shape decides; the content type only where the shape leaves it open. */
function readBody(body: string, contentType: string): BodyReading {
  const start = body.slice(0, 2048).trimStart().toLowerCase();
  if (start === '') return { ...NOTHING, content: 'empty' };
  const json = parseJson(body);
  if (json !== undefined) return structured('json', jsonLeaves(json), json);
  if (start.startsWith('{') || start.startsWith('[')) {
    const leaves = looseJsonLeaves(body);
    if (leaves.length > 0) return structured('json', leaves);
  }
  if (start.startsWith('<')) {
    return /<(?:!doctype html|html|head|body|title|h1|p|center|div)\b/.test(start)
      ? readHtml(body)
      : structured('xml', xmlLeaves(body));
  }
  const isForm =
    contentType.startsWith('application/x-www-form-urlencoded') || /^(?:error|oauth_problem)=[^\s]/.test(start);
  if (isForm && !/\s/.test(start)) return structured('form', formLeaves(body));
  return readText(body);
}

function structured(content: Content, leaves: readonly Leaf[], json?: unknown): BodyReading {
  return { content, json, leaves, ...termsOf(leaves) };
}

function formLeaves(body: string): readonly Leaf[] {
  return [...new URLSearchParams(body.slice(0, 8192))].slice(0, 64).map(([key, value]) => ({ path: key, key, value }));
}

function readHtml(body: string): BodyReading {
  const page = readPage(body);
  const parts = [
    { path: 'title', text: page.title, primary: true },
    ...page.headings.map((text) => ({ path: 'heading', text, primary: true })),
    ...page.text
      .split('\n')
      .slice(0, 16)
      .map((text) => ({ path: 'text', text, primary: false })),
  ];
  const messages = parts
    .filter(({ text }) => text !== '')
    .map(({ path, text, primary }) => messageOf(path, text, primary));
  return { ...NOTHING, content: 'html', messages, page };
}

function readText(body: string): BodyReading {
  const text = body.slice(0, 4096).trim();
  const isToken = /^[\w.:/-]{2,100}$/.test(text);
  const codes = isToken ? [{ path: '', value: text, words: wordsOf(text) }] : [];
  return { ...NOTHING, content: 'text', codes, messages: isToken ? [] : [messageOf('', text, true)] };
}

function parseUrl(url: unknown): URL | undefined {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
}
