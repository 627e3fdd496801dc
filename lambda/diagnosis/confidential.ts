import { credentialsOf } from '../redaction/credentials.ts';
import { redactDeep, redactor } from '../redaction/redactor.ts';
import { redactTokenShapes } from '../redaction/token-shapes.ts';
import type { Details, Evidence, Refusal } from './diagnosis.ts';

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
  const credentials = sentIn(request);
  const lower = text.toLowerCase();
  const suspects = /[\\%&]/.test(text) ? credentials : credentials.filter((one) => mayShow(text, lower, one));
  if (suspects.length > 0) {
    const redact = redactor(suspects);
    return mapTexts(shown, (part) => atEllipses(part, redact, redact.cut));
  }
  return redactTokenShapes(text) === text ? shown : mapTexts(shown, redactTokenShapes);
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

/**
 * Whether the credential could be in the text, which has no escapes: as it is, then its first characters are, or they
 * are its end where it was cut off; or in base64 or hexadecimal, then there is a run that is longer than it and no word.
 */
function mayShow(text: string, lower: string, credential: string): boolean {
  if (lower.includes(credential.slice(0, SHORTEST).toLowerCase())) return true;
  const shortestRun = Math.min(Math.max(credential.length, SHORTEST_RUN), LONGEST_RUN);
  return (text.match(RUN) ?? []).some(
    (run) => (run.length >= shortestRun || run.endsWith('…')) && NO_WORD.test(run),
  );
}

const SHORTEST_RUN = 8;
/** Base64 may be broken into lines of so many characters, or cut off. */
const LONGEST_RUN = 40;
const RUN = /[\w+/=-]{8,}…?/g;
const NO_WORD = /\d|[a-z][A-Z]|[+/=]/;

/** What stands before an ellipsis was cut off: maybe within a credential. */
function atEllipses(text: string, redact: (text: string) => string, redactCut: (text: string) => string): string {
  const parts = text.split('…');
  return parts.map((part, index) => (index < parts.length - 1 ? redactCut(part) : redact(part))).join('…');
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
    evidence: redactDeep(evidence, redact),
    details: { ...(provider !== undefined && { provider }), ...redactDeep(others, redact) },
  };
}
