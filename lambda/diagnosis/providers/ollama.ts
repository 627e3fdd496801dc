import { quote, type Rule, statusEvidence } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/** Its own paths: an empty 403 alone could be anybody's. */
const PATH = /^\/api\/(?:chat|generate|tags|embed|embeddings)$/;

function isSilentRefusal({ status, content, fields, requestFields }: Reading): boolean {
  return status === 403 && content === 'empty' && !fields.has('content-type') && requestFields.has('origin');
}

/** Ollama asks for no credential; what it refuses with nothing to read is a foreign Origin, `null` included. */
const foreignOrigin: Rule = (reading) =>
  isSilentRefusal(reading)
    ? {
        cause: 'cors-rejected',
        confidence: 'likely',
        evidence: [
          statusEvidence(reading),
          { where: 'request header origin', what: quote(reading.requestFields.get('origin') ?? '') },
        ],
      }
    : undefined;

/**
 * @see https://github.com/ollama/ollama/issues/2425
 * @see https://github.com/janhq/jan/issues/8131
 */
export const ollama: Provider = {
  name: 'ollama',
  wrote: (reading) => PATH.test(reading.path) && isSilentRefusal(reading),
  rule: foreignOrigin,
  remedies: {
    'cors-rejected':
      'Name the origin in OLLAMA_ORIGINS on the server: https://github.com/ollama/ollama/blob/main/docs/faq.md#how-can-i-allow-additional-web-origins-to-access-ollama',
  },
};
