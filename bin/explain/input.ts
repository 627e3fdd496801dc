import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';

/** What was read of an input. */
export interface Input {
  /** What is to be explained: of a HAR all that are refusals, else what is there, which need not be a refusal. */
  readonly refusals: readonly Refusal[];
  /** All requests that were seen, whose credentials are not to be shown: a proxy's CONNECT, a redirect's first call. */
  readonly requests: readonly Refusal['request'][];
  /** What a person should know of how the input was read; whole sentences that quote nothing. */
  readonly notes: readonly string[];
  /** The answer had a body, or may have had one, that is not in the input. */
  readonly bodyUnknown?: true;
}

/** One exchange. */
export function inputOf(refusal: Refusal, notes: readonly string[]): Input {
  return { refusals: [refusal], requests: [refusal.request], notes };
}

/** The input is no exchange; the message is for people and quotes nothing of the input. */
export class ExplainInputError extends Error {
  override readonly name = 'ExplainInputError' as const;
}

/** What can be read, for the messages that say that something could not. */
export const FORMS = 'the output of curl -i, curl -v or httpie, a raw HTTP response, a HAR, or JSON with "response"';
