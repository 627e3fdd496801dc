import type { Cause } from '../causes.ts';
import type { Confidence } from '../diagnosis.ts';

/** A way of saying one cause, matched against lower-case text without links. */
export interface Phrase {
  readonly cause: Cause;
  readonly confidence: Confidence;
  /** The phrase is tried only on text that has one of these: cheap, and it says what the phrase is about. */
  readonly about: readonly string[];
  /** No nested quantifiers, and every repeat bounded: the text may be hostile. */
  readonly when: RegExp;
  /** Something that must stand somewhere in the text as well. */
  readonly also?: RegExp;
  /** Text that makes it mean something else. */
  readonly unless?: RegExp;
}

/** Whether `text`, in lower case, says what the phrase is for. */
export function says({ about, when, also, unless }: Phrase, text: string): boolean {
  return (
    about.some((word) => text.includes(word)) && when.test(text) && also?.test(text) !== false && !unless?.test(text)
  );
}

/** One pattern out of several ways of saying it; strings are for patterns that are put together. */
export function anyOf(...patterns: readonly (RegExp | string)[]): RegExp {
  return new RegExp(patterns.map((pattern) => (typeof pattern === 'string' ? pattern : pattern.source)).join('|'));
}

/** What servers say when they say no more than that they refuse: no cause can be read from it. */
export const SAYS_NOTHING = anyOf(
  /^(?:(?:error|http|status)\W{0,3})?(?:403|401)?\W{0,3}(?:forbidden|unauthori[sz]ed|(?:your |the )?access (?:is |was |has been )?(?:denied|forbidden|refused|not (?:allowed|permitted|authori[sz]ed)|restricted)|(?:your |the )?request (?:is |was |has been )?(?:not allowed|forbidden|denied|refused|rejected)|not (?:allowed|authori[sz]ed|permitted)|you are not (?:allowed|authori[sz]ed)|denied|(?:the )?(?:server|request) (?:was )?refused(?: (?:the|your) request)?|authori[sz]ation (?:failed|denied|error|required)|request forbidden by administrative rules)\W{0,3}$/,
);

/** The same as a web server's own page says it; of an API it is a statement. */
export const SERVER_PAGE =
  /^you (?:do not|don't) have permission to access (?:this resource|this page|the requested (?:resource|url)|[^;]{0,80} on this server)\.?(?: ?additionally[^;]{0,200})?$/;
