import { credentialsOf } from '../redaction/credentials.ts';
import { isTelling, PIECE } from '../redaction/needle.ts';
import { redactDeep, redactor } from '../redaction/redactor.ts';
import { redactTokenShapes } from '../redaction/token-shapes.ts';
import type { Details, Evidence, Refusal } from './diagnosis.ts';
import { quote } from './finding.ts';

/** What of an answer a server may have written. */
export interface Shown {
  readonly evidence: readonly Evidence[];
  readonly details: Details;
}

/** As many credentials as any request carries, and of each as much as an answer can show. */
const MAX_CREDENTIALS = 64;
const MAX_CREDENTIAL_LENGTH = 1024;

/**
 * What is shown, without the credentials of the request, in whatever form the server repeats them, and without what
 * looks like a key of anybody. To look for a credential in all its forms is dear, so it is done only where one could be.
 */
export function confidential(shown: Shown, request: Refusal['request']): Shown {
  const text = textOf(shown);
  const suspects = sentIn(request).filter((credential) => mayShow(text, credential));
  if (suspects.length === 0) return redactTokenShapes(text) === text ? shown : mapTexts(shown, redactTokenShapes);
  const { cut, pieces } = redactor(suspects);
  return mapTexts(shown, (part) => pieces(beforeEllipses(part, cut)));
}

/** The credentials that are looked for; where a scheme stands before one, without it: `Bearer` is in many an answer. */
function sentIn(request: Refusal['request']): readonly string[] {
  const all = credentialsOf(request)
    .filter((credential) => credential.length >= SHORTEST)
    .slice(0, MAX_CREDENTIALS);
  return all
    .filter((one) => !all.some((other) => one.endsWith(` ${other}`)))
    .map((credential) => credential.slice(0, MAX_CREDENTIAL_LENGTH));
}

/** Shorter ones are not looked for. */
const SHORTEST = 4;

/** Whether the credential, or a telling piece of it, could be in the text, in whichever form. */
function mayShow(text: string, credential: string): boolean {
  if (/[\\%&]/.test(text)) return true; // something is escaped: only the redactor can read it
  const shortest = text.includes('…') ? credential.slice(0, SHORTEST) : credential;
  if (text.toLowerCase().includes(shortest.toLowerCase())) return true;
  const runs = (text.match(RUN) ?? []).filter(isTelling);
  if (runs.length === 0) return false;
  const forms = formsOf(credential);
  return runs.some((run) => {
    for (let at = 0; at + PIECE <= run.length; at++) if (forms.includes(run.slice(at, at + PIECE))) return true;
    return false;
  });
}

/** Characters that credentials are made of: at least as many as give one away. */
const RUN = /[\w.~!@#$^*:+/=-]{8,}/g;

/** The credential, and what of it is in base64 and hexadecimal, whatever goes before it there. */
function formsOf(credential: string): string {
  const shifted = ['', 'x', 'xx'].map((before) => Buffer.from(before + credential));
  const packed = shifted.flatMap((bytes) => [bytes.toString('base64'), bytes.toString('base64url')]);
  const hex = Buffer.from(credential).toString('hex');
  return [credential, ...packed, hex, hex.toUpperCase()].join('\n');
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
