import type { Cause } from '../causes.ts';
import { type Finding, messageEvidence, type Rule } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { JUDGEMENTS } from './concepts/judgements.ts';
import { isBare, readConcepts, readForeignConcepts } from './concepts/read-concepts.ts';
import { SAYS_NOTHING, SERVER_PAGE } from './phrase.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { contradicted, NAMES_CREDENTIAL } from './wording.ts';

/**
 * What the sentences are about, in any of the languages that servers answer in: for what no phrase says word for word.
 */
export const concepts: Rule = (reading) => read(reading, readConcepts);

/** The same in other languages than English, whose sentences stand above general codes as English phrases do. */
export const foreignConcepts: Rule = (reading) => read(reading, readForeignConcepts);

function read(reading: Reading, concepts: typeof readConcepts): Finding | undefined {
  const sentences = sentencesOf(reading.messages)
    .flatMap(splitFullStops)
    .filter(({ isAdvice, text }) => !isAdvice && !SAYS_NOTHING.test(text) && !SERVER_PAGE.test(text) && !isBare(text));
  for (const primary of [true, false]) {
    const findings = sentences
      .filter(({ message }) => message.primary === primary)
      .flatMap((sentence) => judge(sentence, concepts).filter((finding) => !isOfInput(reading, finding, sentence)));
    const found = findings.find(({ confidence }) => confidence === 'likely') ?? findings[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Beside these statuses, what is missing, wrong or gone is as a rule the input or what it names, not the caller's own. */
const OF_INPUT: ReadonlySet<number> = new Set([400, 404, 409, 410, 422]);
const OF_CALLER = /^(?:credential-|account-)/;

function isOfInput(reading: Reading, finding: Finding, { message }: Sentence): boolean {
  if (contradicted(reading, finding, message)) return true;
  return OF_INPUT.has(reading.status) && OF_CALLER.test(finding.cause) && !NAMES_CREDENTIAL.test(message.plain);
}

/** East Asian sentences end without a space. */
function splitFullStops({ text, ...sentence }: Sentence): readonly Sentence[] {
  return text
    .split(/(?<=[。！？])/)
    .filter((part) => part.length > 1)
    .map((part) => ({ ...sentence, text: part.trim() }));
}

/** A request to do something, which tells of what should be and not of what is. */
const ORDER =
  /^(?:bitte|veuillez|merci de|por favor|per favore|si prega|alstublieft|gelieve|proszę|prosimy|пожалуйста|请|請)|(?:てください|하세요|하십시오)[。.]?$/u;
const ALARMS: ReadonlySet<Cause> = new Set(['credential-expired', 'credential-revoked']);

function judge({ text, message }: Sentence, concepts: typeof readConcepts): readonly Finding[] {
  for (const { concepts: seen, leaves } of concepts(text)) {
    const judgement = JUDGEMENTS.find(
      ({ cause, all, none = [] }) =>
        !leaves.includes(cause) &&
        all.every((oneOf) => oneOf.some((concept) => seen.has(concept))) &&
        !none.some((concept) => seen.has(concept)),
    );
    const isOrder = judgement !== undefined && ALARMS.has(judgement.cause) && ORDER.test(text);
    if (judgement !== undefined && !isOrder)
      return [{ cause: judgement.cause, confidence: judgement.confidence, evidence: [messageEvidence(message)] }];
  }
  return [];
}
