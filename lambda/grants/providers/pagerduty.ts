import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt, textsAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

const headers = { accept: 'application/vnd.pagerduty+json;version=2' };

/**
 * PagerDuty tells no end. The abilities of the account may be read by any key, the user only by one that has a user:
 * an account's key is refused there although it lives. Each service region has a host of its own.
 *
 * @see https://github.com/PagerDuty/api-schema (`GET /abilities`, `GET /users/me`)
 * @see https://github.com/martindstone/pagerduty-cli/issues/6
 */
export const pagerduty: GrantProvider = {
  name: 'pagerduty',
  answersAt: (host) => host === 'api.pagerduty.com' || host === 'api.eu.pagerduty.com',
  questions: ({ base }) => [
    { url: `${base}/users/me`, headers, read: readUser, tellsLife: false },
    { url: `${base}/abilities`, headers, read: readAbilities },
  ],
  implies: () => [],
};

function readUser(answer: ObservedResponse): GrantReading {
  const id = textAt(jsonOf(answer), 'user', 'id');
  if (id === undefined) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(id, 'body user.id') });
}

function readAbilities(answer: ObservedResponse): GrantReading {
  return textsAt(jsonOf(answer), 'abilities') === undefined
    ? { source: 'reported' }
    : reported({ life: alive(answer) });
}
