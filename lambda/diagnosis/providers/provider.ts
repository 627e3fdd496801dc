import type { Cause } from '../causes.ts';
import type { Confidence } from '../diagnosis.ts';
import { codeEvidence, type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Code } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';

/** What is known of whoever answered beyond what any answer says: a hosted API, or software that anyone may run. */
export interface Provider {
  /** What `details.provider` shows and a configuration names. */
  readonly name: string;
  /** Host names, each with all below it, `*` for any second label (`s3.*.amazonaws.com`); none for software that anyone may run. */
  readonly hosts?: readonly string[];
  /** Response fields that only it sends, in lower case; with a pattern where only the value tells. */
  readonly fields?: readonly (string | readonly [string, RegExp])[];
  /** Whether a body is its own, for software that shows in no field. Asked of every answer without a known host. */
  readonly wrote?: (reading: Reading) => boolean;
  /** What cannot be said in tables. Comes first. */
  readonly rule?: Rule;
  /** What its sentences mean where wording alone reads nothing or something else; they decide before codes. */
  readonly sentences?: readonly Sentence[];
  /** What its codes mean: exact, in lower case. A code that stands for several causes is left to its sentence. */
  readonly codes?: Readonly<Record<string, Cause>>;
  /** Paths at which its codes stand; anywhere when absent. */
  readonly codesAt?: RegExp;
  /** Response fields with the id that its support asks for, before the usual ones. */
  readonly requestIdFields?: readonly string[];
  /** All that a granted scope brings with it. */
  readonly impliedScopes?: (scope: string) => readonly string[];
  /**
   * The next step in its own words, with a link that its documentation gives. Nothing is glued to a link, so that it
   * opens from any mail client: one at the end goes without a stop.
   */
  readonly remedies?: Readonly<Partial<Record<Cause, string>>>;
}

/** One thing that a provider says, matched against a message in lower case without links. */
export interface Sentence {
  readonly cause: Cause;
  readonly when: RegExp;
  /** Default: `certain`. */
  readonly confidence?: Confidence;
}

/** What the provider's own knowledge makes of the answer. */
export function byProvider(provider: Provider, ...[reading, context]: Parameters<Rule>): Finding | undefined {
  return provider.rule?.(reading, context) ?? bySentence(provider, reading) ?? byCode(provider, reading);
}

function bySentence({ sentences = [] }: Provider, reading: Reading): Finding | undefined {
  for (const { cause, when, confidence = 'certain' } of sentences) {
    const message = findMessage(reading, when);
    if (message !== undefined) return { cause, confidence, evidence: [messageEvidence(message)] };
  }
  return undefined;
}

/** The innermost code is the most specific one. */
function byCode({ codes = {}, codesAt }: Provider, reading: Reading): Finding | undefined {
  let best: { readonly code: Code; readonly cause: Cause; readonly depth: number } | undefined;
  for (const code of reading.codes) {
    const name = code.value.toLowerCase();
    const cause = Object.hasOwn(codes, name) ? codes[name] : undefined;
    if (cause === undefined || codesAt?.test(code.path) === false) continue;
    const depth = code.path.split('.').length;
    if (best === undefined || depth > best.depth) best = { code, cause, depth };
  }
  return best && { cause: best.cause, confidence: 'certain', evidence: [codeEvidence(best.code)] };
}
