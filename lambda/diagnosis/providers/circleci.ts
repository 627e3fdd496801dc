import { findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * "You must log in first" comes to a project's token too, where only a personal one is taken.
 *
 * @see https://github.com/CircleCI-Archived/api-preview-docs/issues/52
 * @see https://github.com/CircleCI-Public/jira-connect-orb/issues/39
 */
const rule: Rule = (reading) => {
  const message = findMessage(reading, /^you must log in first\.?$/);
  return (
    message && {
      cause: reading.credential.sent === true ? 'credential-invalid' : 'credential-missing',
      confidence: 'likely',
      evidence: [messageEvidence(message)],
    }
  );
};

/** @see https://circleci.com/docs/managing-api-tokens/ */
export const circleci: Provider = {
  name: 'circleci',
  hosts: ['circleci.com'],
  rule,
  remedies: {
    'credential-invalid':
      "API v2 takes personal tokens, not a project's: https://circleci.com/docs/managing-api-tokens/",
    'permission-denied':
      "A project's token gets this answer too, where a personal one is needed: https://circleci.com/docs/managing-api-tokens/",
  },
};
