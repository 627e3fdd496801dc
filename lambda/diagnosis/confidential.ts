import { credentialsOf } from '../redaction/credentials.ts';
import { isTelling, PIECE } from '../redaction/needle.ts';
import { readDecoded } from '../redaction/reading.ts';
import { redactDeep, redactor } from '../redaction/redactor.ts';
import { redactTokenShapes } from '../redaction/token-shapes.ts';
import type { Details, Evidence, Refusal } from './diagnosis.ts';
import { quote } from './finding.ts';

/** What of an answer a server may have written. */
export interface Shown {
  readonly evidence: readonly Evidence[];
  readonly details: Details;
}

/**
 * What is shown, without the credentials of the request, in whatever form and piece the server repeats them, and without
 * what looks like a key of anybody. To look for a credential in all its forms is dear, so it is done only where one of
 * them could be.
 */
export function confidential(shown: Shown, request: Refusal['request']): Shown {
  const text = textOf(shown);
  const suspects = suspectsIn(text, sentIn(request));
  if (suspects.length === 0) return redactTokenShapes(text) === text ? shown : mapTexts(shown, redactTokenShapes);
  const { cut, pieces } = redactor(suspects);
  return mapTexts(shown, (part) => pieces(beforeEllipses(part, cut)));
}

/** Bounds that no honest request comes near, so that a dishonest one costs no time. */
const MAX_CREDENTIALS = 64;
const MAX_LENGTH = 2048;
const MAX_TOTAL_LENGTH = 16_384;
/** Shorter ones are not looked for. */
const SHORTEST = 4;

/** The credentials that are looked for; where a scheme stands before one, without it: `Bearer` is in many an answer. */
function sentIn(request: Refusal['request']): readonly string[] {
  const all = credentialsOf(request)
    .filter((credential) => credential.length >= SHORTEST)
    .slice(0, MAX_CREDENTIALS);
  let left = MAX_TOTAL_LENGTH;
  return all
    .filter((one) => !all.some((other) => one.endsWith(` ${other}`)))
    .map((credential) => credential.slice(0, MAX_LENGTH))
    .filter(({ length }) => {
      left -= length;
      return left >= 0;
    });
}

/** Those of the credentials that are in the text, and few that are not. */
function suspectsIn(text: string, credentials: readonly string[]): readonly string[] {
  const read = /[\\%&]/.test(text) ? `${text}\n${Buffer.from(readDecoded(text).bytes).toString()}` : text;
  const lower = read.toLowerCase();
  const isCut = text.includes('…');
  const pieces = quartersOf((read.match(RUN) ?? []).filter(isTelling));
  return credentials.filter(
    (credential) =>
      lower.includes((isCut ? credential.slice(0, SHORTEST) : credential).toLowerCase()) ||
      (pieces.size > 0 && formsOf(credential).some((form) => sharesPiece(form, pieces))),
  );
}

/** Characters that credentials are made of: at least as many as give one away. */
const RUN = /[\w.~!@#$^*:+/=-]{8,}/g;
const QUARTER = 4;

function quartersOf(runs: readonly string[]): ReadonlySet<string> {
  const quarters = new Set<string>();
  for (const run of runs) for (let at = 0; at + QUARTER <= run.length; at++) quarters.add(run.slice(at, at + QUARTER));
  return quarters;
}

/** A piece of 8 characters that both have holds four that begin at a multiple of five: few are looked up. */
function sharesPiece(form: string, quarters: ReadonlySet<string>): boolean {
  const step = PIECE - QUARTER + 1;
  for (let at = 0; at < form.length; at += step) if (quarters.has(form.slice(at, at + QUARTER))) return true;
  return false;
}

/** The credential, and what of it is in base64 and hexadecimal, whatever goes before it there. */
function formsOf(credential: string): readonly string[] {
  const shifted = ['', 'x', 'xx'].map((before) => Buffer.from(before + credential));
  const packed = shifted.flatMap((bytes) => [bytes.toString('base64'), bytes.toString('base64url')]);
  const hex = Buffer.from(credential).toString('hex');
  return [credential, ...packed, hex, hex.toUpperCase()];
}

/** What stands before an ellipsis was cut off: maybe within a credential. */
function beforeEllipses(text: string, cut: (text: string) => string): string {
  const parts = text.split('…');
  return parts.map((part, index) => (index < parts.length - 1 ? cut(part) : part)).join('…');
}

function textOf({ evidence, details }: Shown): string {
  const { provider: _, ...others } = details;
  const said = Object.values(others).map((value) => (Array.isArray(value) ? value.join('\n') : String(value)));
  return [...evidence.map(({ where, what }) => `${where}\n${what}`), ...said].join('\n');
}

/** The provider's name is our own word. */
function mapTexts({ evidence, details }: Shown, redact: (text: string) => string): Shown {
  const { provider, ...others } = details;
  return {
    evidence: redactDeep(evidence, redact).map(({ where, what }) => ({ where, what: quote(what) })),
    details: { ...(provider !== undefined && { provider }), ...redactDeep(others, redact) },
  };
}
