import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** "Unauthorized access" is about the token, not about what it may do: that is a 403. */
const aboutToken: Rule = (reading): Finding | undefined => {
  const message = reading.status === 401 ? findMessage(reading, /^unauthorized access$/) : undefined;
  return (
    message && {
      cause: reading.credential.sent === false ? 'credential-missing' : 'credential-invalid',
      confidence: 'likely',
      evidence: [messageEvidence(message)],
    }
  );
};

/**
 * InfluxDB 2 by its field, 1.8 by what it says of Flux.
 *
 * @see https://github.com/influxdata/influxdb/issues/20859
 */
export const influxdb: Provider = {
  name: 'influxdb',
  fields: ['x-platform-error-code'],
  wrote: ({ status, body }) => status === 403 && body.startsWith('Flux query service disabled'),
  rule: aboutToken,
  sentences: [{ cause: 'feature-unavailable', when: /^flux query service disabled\b/ }],
  remedies: {
    'credential-missing': 'It goes into the header as `Authorization: Token` and the token.',
    'credential-invalid': 'It goes into the header as `Authorization: Token` and the token of this very server.',
    'feature-unavailable': 'Flux has to be enabled in the configuration of the server.',
  },
};
