import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Snyk: whose token it is, a user's, a service account's or an app's. Each region has a host of its own.
 *
 * @see https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api
 */
export const snyk: GrantProvider = {
  name: 'snyk',
  answersAt: (host) => /^api(?:\.[\w-]+)?\.snyk\.io$/.test(host),
  questions: ({ base }) => [{ url: `${base}/rest/self?version=2024-06-10`, read: self }],
  implies: () => [],
};

const KINDS = ['user', 'service_account', 'app_instance'];

function self(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isPrincipal = KINDS.includes(textAt(body, 'data', 'type') ?? '');
  const identity = isPrincipal ? nameAt(body, 'data', 'id') : undefined;
  return reported({ life: identity && alive(answer), identity });
}
