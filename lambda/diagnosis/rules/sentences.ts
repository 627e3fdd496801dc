import type { Message } from '../reading/terms.ts';

/** Sentences of advice say what could be, not what is: they are read only when no statement says anything. */
const ADVICE =
  /^(?:please(?! (?:upgrade|verify your e-?mail|accept|confirm your|complete (?:your|the)|activate|subscribe))|check|make sure|ensure|if |see |for (?:more|further|details|help)|try|verify|you (?:can|may|might|could|should)|contact|visit|learn|read|refer|to (?:\w+ ){1,4}(?:visit|see|go|please|contact)|note|did you|are you|have you|consider|confirm|perhaps|maybe|but here's|alternatively|when |this (?:may|might|could|can)|it (?:may|might|could)|possible|most likely|either )/;
const SENTENCE_END = /(?<=[.!?])\s+|\n+|(?<=\w); /;
const MAX_TEXT = 3000;
/** An identifier, a trace, a piece of base64: nothing that anybody says. */
const OPAQUE = /^[!-~]{41,}$/;

/** One sentence of a message, in lower case. */
export interface Sentence {
  readonly message: Message;
  readonly text: string;
  readonly isAdvice: boolean;
}

/** The sentences of some messages, as many as there is time for. */
export function sentencesOf(messages: readonly Message[]): readonly Sentence[] {
  return withinBudget(messages).flatMap(split);
}

function split(message: Message): readonly Sentence[] {
  return message.plain
    .split(SENTENCE_END)
    .map((text) => ({ message, text, isAdvice: ADVICE.test(text) }))
    .filter(({ text }) => text.length > 2 && !OPAQUE.test(text));
}

/** Matching costs time in proportion to text: a hostile body gets no more of it than a talkative one. */
function withinBudget(messages: readonly Message[]): readonly Message[] {
  let left = MAX_TEXT;
  const taken: Message[] = [];
  for (const message of messages) {
    if (left <= 0) break;
    taken.push(message.plain.length <= left ? message : { ...message, plain: message.plain.slice(0, left) });
    left -= message.plain.length;
  }
  return taken;
}
