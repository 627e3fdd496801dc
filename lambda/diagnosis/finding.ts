import type { Cause } from './causes.ts';
import type { Confidence, Details, DiagnosisContext, Evidence } from './diagnosis.ts';
import type { Code, Message } from './reading/terms.ts';
import type { Reading } from './reading.ts';

/** What one rule concludes; details that only this rule can read ride along. */
export interface Finding {
  readonly cause: Cause;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly details?: Details;
}

/** Looks for one kind of evidence; silent where it finds none. Pure, never throws, linear in the reading. */
export type Rule = (reading: Reading, context: DiagnosisContext) => Finding | undefined;

const MAX_QUOTE_LENGTH = 160;
const MAX_READ_LENGTH = 2000;
/** Control, bidirectional and invisible characters: they could forge a line or hide text in a mail. */
const UNPRINTABLE = /[\p{Cf}\p{Cs}]+|(?:(?![\t-\r\u0085])\p{Cc})+/gu;
const SPACES = /[\s\u0085]+/g;

/** Text of the response as evidence shows it: printable, on one line, at most 160 characters; `…` where it was cut. */
export function quote(text: string): string {
  const isCut = text.length > MAX_READ_LENGTH;
  const line = text.slice(0, MAX_READ_LENGTH).replace(UNPRINTABLE, '').replace(SPACES, ' ').trim();
  const characters = [...line];
  if (characters.length < MAX_QUOTE_LENGTH || (characters.length === MAX_QUOTE_LENGTH && !isCut))
    return isCut ? `${line}…` : line;
  return `${characters.slice(0, MAX_QUOTE_LENGTH - 1).join('')}…`;
}

export function statusEvidence(reading: Reading): Evidence {
  return { where: 'status', what: String(reading.status) };
}

/** A header field of the response as evidence; its value, or the part of it that counts. */
export function headerEvidence(name: string, value: string): Evidence {
  return { where: `header ${name}`, what: quote(value) };
}

export function codeEvidence(code: Code): Evidence {
  return { where: placeOf(code.path), what: quote(code.value) };
}

export function messageEvidence(message: Message): Evidence {
  return { where: placeOf(message.path), what: quote(message.text) };
}

/** Where evidence says that a part of the body or a header field stands. */
export function placeOf(path: string): string {
  if (path.startsWith('header ')) return path;
  return path === '' ? 'body' : `body ${quote(path)}`;
}

/** The first sentence that a pattern, written in lower case, matches. */
export function findMessage(reading: Reading, pattern: RegExp): Message | undefined {
  return reading.messages.find(({ plain }) => pattern.test(plain));
}
