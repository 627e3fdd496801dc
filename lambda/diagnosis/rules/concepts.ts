import { type Finding, messageEvidence, type Rule } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { JUDGEMENTS } from './concepts/judgements.ts';
import { readConcepts } from './concepts/read-concepts.ts';
import { SAYS_NOTHING } from './phrase.ts';
import { type Sentence, sentencesIn } from './sentences.ts';
import { contradicted, NAMES_CREDENTIAL } from './wording.ts';

/**
 * What the sentences are about, in any of the languages that servers answer in: for what no phrase says word for word.
 */
export const concepts: Rule = (reading) => {
  const sentences = sentencesIn(reading).filter(({ isAdvice, text }) => !isAdvice && !SAYS_NOTHING.test(text));
  for (const primary of [true, false]) {
    for (const sentence of sentences) {
      if (sentence.message.primary !== primary) continue;
      const found = judge(sentence);
      if (found !== undefined && !isOfInput(reading, found, sentence)) return found;
    }
  }
  return undefined;
};

/** Beside these statuses, what is missing, wrong or gone is as a rule the input or what it names, not the caller's own. */
const OF_INPUT: ReadonlySet<number> = new Set([400, 404, 409, 410, 422]);
const OF_CALLER = /^(?:credential-|account-)/;

function isOfInput(reading: Reading, found: Finding, { message }: Sentence): boolean {
  if (contradicted(reading, found, message)) return true;
  return OF_INPUT.has(reading.status) && OF_CALLER.test(found.cause) && !NAMES_CREDENTIAL.test(message.plain);
}

function judge({ text, message }: Sentence): ReturnType<Rule> {
  for (const { concepts: seen, leaves } of readConcepts(text)) {
    const judgement = JUDGEMENTS.find(
      ({ cause, all, none = [] }) =>
        !leaves.includes(cause) &&
        all.every((oneOf) => oneOf.some((concept) => seen.has(concept))) &&
        !none.some((concept) => seen.has(concept)),
    );
    if (judgement !== undefined)
      return { cause: judgement.cause, confidence: judgement.confidence, evidence: [messageEvidence(message)] };
  }
  return undefined;
}
