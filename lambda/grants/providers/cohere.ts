import type { ObservedResponse } from '../../request/observation.ts';
import { booleanAt, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Cohere: the key in the request's own header is checked, and nothing else is done.
 *
 * @see https://docs.cohere.com/reference/check-api-key
 */
export const cohere: GrantProvider = {
  name: 'cohere',
  answersAt: (host) => host === 'api.cohere.com' || host === 'api.cohere.ai',
  home: 'https://api.cohere.com',
  questions: ({ base }) => [{ method: 'POST', url: `${base}/v1/check-api-key`, read: readCheck }],
  implies: () => [],
};

function readCheck(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const valid = booleanAt(body, 'valid');
  if (valid === undefined) return reported({});
  return reported({
    life: stated(valid ? 'alive' : 'ended', 'body valid', String(valid)),
    identity: valid ? stated(textAt(body, 'organization_id'), 'body organization_id') : undefined,
  });
}
