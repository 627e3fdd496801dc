import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Intercom: the workspace and the teammate behind a token, which has no end. Each region has a host of its own.
 *
 * @see https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/admins/identifyadmin
 */
export const intercom: GrantProvider = {
  name: 'intercom',
  answersAt: (host) => /^api\.(?:eu\.|au\.)?intercom\.io$/.test(host),
  questions: ({ base }) => [{ url: `${base}/me`, read: readAdmin }],
  implies: () => [],
};

function readAdmin(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const who = [textAt(body, 'app', 'id_code'), textAt(body, 'id')];
  if (textAt(body, 'type') !== 'admin' || who.includes(undefined)) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(who.join('/'), 'body app.id_code, id') });
}
