import { findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** With 401, the words speak of the credential: what the user may not do is 403. */
const rule: Rule = (reading) => {
  const message = reading.status === 401 ? findMessage(reading, /^not authorized$/) : undefined;
  return (
    message && {
      cause: reading.credential.sent === true ? 'credential-invalid' : 'credential-missing',
      confidence: 'likely',
      evidence: [messageEvidence(message)],
    }
  );
};

/** @see https://developers.asana.com/docs/errors.md */
export const asana: Provider = {
  name: 'asana',
  hosts: ['asana.com'],
  rule,
};
