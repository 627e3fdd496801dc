import { findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

const AVAILABILITY = /\bexpected time to availability: (\d{1,6})s\b/;

/**
 * The time to wait stands in the sentence alone, which once came as the text of a Python object.
 *
 * @see https://github.com/woile/decli/pull/165
 * @see https://github.com/codecov/codecov-action/issues/1373
 */
const rule: Rule = (reading) => {
  const message = findMessage(reading, AVAILABILITY);
  return (
    message && {
      cause: 'rate-limited',
      confidence: 'certain',
      evidence: [messageEvidence(message)],
      details: { retryAfterSeconds: Number(AVAILABILITY.exec(message.plain)?.[1]) },
    }
  );
};

export const codecov: Provider = {
  name: 'codecov',
  hosts: ['codecov.io'],
  rule,
  remedies: {
    'rate-limited': 'Uploads without a token share one limit: upload with the token of the repository.',
  },
};
