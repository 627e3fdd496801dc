import { messageEvidence, type Rule } from '../finding.ts';
import { JUDGEMENTS } from './concepts/judgements.ts';
import { readConcepts } from './concepts/read-concepts.ts';
import { SAYS_NOTHING } from './phrase.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

/**
 * What the sentences are about, in any of the languages that servers answer in: for what no phrase says word for word.
 */
export const concepts: Rule = (reading) => {
  const sentences = sentencesIn(reading).filter(({ isAdvice, text }) => !isAdvice && !SAYS_NOTHING.test(text));
  for (const primary of [true, false]) {
    for (const sentence of sentences) {
      if (sentence.message.primary !== primary) continue;
      const found = judge(sentence);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

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
