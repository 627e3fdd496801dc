import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt, timeAt } from '../facts-at.ts';
import { alive, booleanAt, jsonOf, reported, stated, textAt, valueAt } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Honeycomb: an ingest or configuration key tells what it may do, and when it ends where it does; a management key has
 * another question. The id that is told is the key's, so the slugs of team and environment are whom it is for.
 *
 * @see https://docs.honeycomb.io/api/auth/getauth
 * @see https://docs.honeycomb.io/api/auth/list-authorizations-v2
 */
export const honeycomb: GrantProvider = {
  name: 'honeycomb',
  answersAt: (host) => host === 'api.honeycomb.io' || host === 'api.eu1.honeycomb.io',
  questions: questionsFor,
  implies: () => [],
};

function questionsFor({ base, token = '' }: Asked): readonly Question[] {
  return /^hc[a-z]mk_/.test(token)
    ? [{ url: `${base}/2/auth`, read: readManagementKey }]
    : [{ url: `${base}/1/auth`, read: readKey }];
}

/** What a key may do stands as names with true or false. */
function readKey(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const access = valueAt(body, 'api_key_access');
  const team = textAt(body, 'team', 'slug');
  if (typeof access !== 'object' || access === null || team === undefined) return reported({});
  const entries = Object.entries(access);
  const isMap = entries.every(([, may]) => typeof may === 'boolean');
  const scopes = isMap ? scopesIn(entries.filter(([, may]) => may).map(([name]) => name)) : undefined;
  return reported({
    life: alive(answer),
    expiresAt: timeAt(body, 'time_to_live'),
    scopes: stated(scopes, 'body api_key_access', scopes?.join(' ')),
    identity: stated(
      [team, textAt(body, 'environment', 'slug')].join('/').replace(/\/$/, ''),
      'body team, environment',
    ),
  });
}

function readManagementKey(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const scopes = scopesAt(body, 'data', 'attributes', 'scopes');
  if (scopes === undefined || booleanAt(body, 'data', 'attributes', 'disabled') !== false) return reported({});
  return reported({
    life: alive(answer),
    scopes,
    identity: nameAt(body, 'data', 'relationships', 'team', 'data', 'id'),
  });
}
