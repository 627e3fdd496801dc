import { type Rule, statusEvidence } from '../finding.ts';
import type { Provider } from './provider.ts';

/** DeepL has a status of its own for an allowance that is used up. */
const usedUp: Rule = (reading) =>
  reading.status === 456
    ? { cause: 'quota-exceeded', confidence: 'certain', evidence: [statusEvidence(reading)] }
    : undefined;

/** @see https://github.com/windingwind/zotero-pdf-translate/issues/346 */
export const deepl: Provider = {
  name: 'deepl',
  hosts: ['deepl.com'],
  rule: usedUp,
  sentences: [{ cause: 'wrong-endpoint', when: /^wrong endpoint\. use\b/ }],
  remedies: {
    'wrong-endpoint': 'Keys of the free plan work on api-free.deepl.com alone, all others on api.deepl.com alone.',
  },
};
