import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** What a registry says to nobody in particular; of somebody, it means what it says. */
const toStranger: Rule = (reading): Finding | undefined => {
  if (reading.status !== 401 || reading.credential.sent !== false) return undefined;
  const message = findMessage(reading, /^user cannot access the resource\b/);
  return message && { cause: 'credential-missing', confidence: 'likely', evidence: [messageEvidence(message)] };
};

/**
 * Confluent Cloud, and the Schema Registry that anyone may run. Its older releases say the same with 40403, which
 * stands for a schema that is not found too.
 *
 * @see https://github.com/vdesabou/kafka-docker-playground/issues/5693 (40301)
 * @see https://github.com/mostafa/xk6-kafka/issues/375 (content type)
 * @see https://github.com/confluentinc/schema-registry/issues/733
 * @see https://github.com/vdesabou/kafka-docker-playground/issues/1494
 */
export const confluent: Provider = {
  name: 'confluent',
  hosts: ['confluent.cloud'],
  fields: [['content-type', /^application\/vnd\.schemaregistry\./i]],
  rule: toStranger,
  sentences: [{ cause: 'permission-denied', when: /^user is denied operation \w{1,30} on \w{1,30}\b/ }],
  codesAt: /^error_code$/,
  codes: { '40301': 'permission-denied' },
  remedies: {
    'permission-denied':
      'Give the user or the service account this operation on the subject that the message names, by role or ACL.',
  },
};
