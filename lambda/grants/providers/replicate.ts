import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Replicate: a token may ask for the account that it is of; it may do all that the account may. Of the
 * account it tells no id, only a name, which may change.
 *
 * @see https://replicate.com/docs/reference/http#account.get
 */
export const replicate: GrantProvider = {
  name: 'replicate',
  answersAt: (host) => host === 'api.replicate.com',
  home: 'https://api.replicate.com',
  questions: ({ base }) => [{ url: `${base}/v1/account`, read: readAccount }],
  implies: () => [],
};

function readAccount(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isAccount = ['user', 'organization'].includes(textAt(body, 'type') ?? '');
  const name = isAccount ? textAt(body, 'username') : undefined;
  return name === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(name, 'body username') });
}
