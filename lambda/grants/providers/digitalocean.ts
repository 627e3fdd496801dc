import type { ObservedResponse } from '../../request/observation.ts';
import { epochAt, idAt, scopesAt } from '../facts-at.ts';
import { alive, jsonOf, numberAt, reported, stated } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { endOf } from '../relative-expiry.ts';

/**
 * DigitalOcean: its own command line asks the control panel's host what a token is, so that is where to ask, and not the
 * API's. No page promises it, so that it refuses says nothing. What it answers has the shape of Doorkeeper, whose seconds
 * are those that are left.
 *
 * @see https://github.com/digitalocean/doctl/blob/main/do/oauth.go
 * @see https://github.com/doorkeeper-gem/doorkeeper/blob/main/lib/doorkeeper/models/concerns/expirable.rb
 */
export const digitalocean: GrantProvider = {
  name: 'digitalocean',
  answersAt: (host) => host === 'api.digitalocean.com' || host === 'cloud.digitalocean.com',
  home: 'https://cloud.digitalocean.com',
  questions: ({ base }) => [{ url: `${base}/v1/oauth/token/info`, read: readTokenInfo, tellsLife: false }],
  implies: () => [],
};

function readTokenInfo(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const scopes = scopesAt(json, 'scopes');
  const identity = idAt(json, 'resource_owner_id');
  if (scopes === undefined || identity === undefined) return reported({});
  const left = numberAt(json, 'expires_in_seconds');
  return reported({
    life: alive(answer),
    expiresAt: stated(left === undefined ? undefined : endOf(answer, left), 'body expires_in_seconds', String(left)),
    issuedAt: epochAt(json, 'created_at'),
    scopes,
    identity,
  });
}
