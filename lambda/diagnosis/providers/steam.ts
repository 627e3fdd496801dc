import { findMessage, messageEvidence, type Rule, statusEvidence } from '../finding.ts';
import type { Provider } from './provider.ts';

/** One page for a key that is missing (401) and one that is wrong (403). */
const rule: Rule = (reading) => {
  const page = findMessage(reading, /retrying will not help/);
  if (page === undefined || (reading.status !== 401 && reading.status !== 403)) return undefined;
  return {
    cause: reading.status === 401 ? 'credential-missing' : 'credential-invalid',
    confidence: 'likely',
    evidence: [statusEvidence(reading), messageEvidence(page)],
  };
};

/**
 * Steam's web API.
 *
 * @see https://github.com/EionRobb/pidgin-opensteamworks/issues/81
 */
export const steam: Provider = {
  name: 'steam',
  hosts: ['steampowered.com'],
  rule,
  remedies: {
    'credential-missing': 'Send the key as the parameter key of the query.',
    'credential-invalid': 'Compare the parameter key of the query with the key that Steam issued.',
  },
};
