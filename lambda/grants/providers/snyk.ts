import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt, valueAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Snyk: a user's token, a service account and an app may each ask who they are. Each region has its own host.
 *
 * @see https://docs.snyk.io/snyk-api/reference/users
 */
export const snyk: GrantProvider = {
  name: 'snyk',
  answersAt: (host) => /^api\.(?:(?:us|eu|au)\.)?snyk\.io$/.test(host) || host === 'api.snykgov.io',
  questions: ({ base }) => [{ url: `${base}/rest/self?version=2024-04-22`, read: readSelf }],
  implies: () => [],
};

const PRINCIPALS: readonly unknown[] = ['user', 'service_account', 'app_instance'];

function readSelf(answer: ObservedResponse): GrantReading {
  const data = valueAt(jsonOf(answer), 'data');
  const id = PRINCIPALS.includes(valueAt(data, 'type')) ? textAt(data, 'id') : undefined;
  return id === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(id, 'body data.id') });
}
