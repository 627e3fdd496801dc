import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt, timeAt } from '../facts-at.ts';
import { alive, jsonOf, listAt, reported, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { lifeNamed, refusalJson } from '../refusal.ts';

/**
 * Square introspects a token for its bearer; the POST changes nothing. No end, or an empty one, is a token that never
 * expires. The sandbox is another host and does not know the tokens of production.
 *
 * @see https://developer.squareup.com/docs/oauth-api/token-introspection
 */
export const square: GrantProvider = {
  name: 'square',
  answersAt: (host) => host === 'connect.squareup.com' || host === 'connect.squareupsandbox.com',
  questions: ({ base }) => [{ method: 'POST', url: `${base}/oauth2/token/status`, read: readStatus }],
  implies: () => [],
};

/** @see https://github.com/square/square-nodejs-sdk/blob/master/src/api/types/ErrorCode.ts */
const LIVES: Readonly<Record<string, Life>> = { ACCESS_TOKEN_EXPIRED: 'expired', ACCESS_TOKEN_REVOKED: 'revoked' };

function readStatus(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const scopes = scopesAt(body, 'scopes');
  if (scopes === undefined || textAt(body, 'client_id') === undefined) return readRefusal(answer);
  return reported({
    life: alive(answer),
    expiresAt: timeAt(body, 'expires_at'),
    scopes,
    identity: nameAt(body, 'merchant_id'),
  });
}

function readRefusal(answer: ObservedResponse): GrantReading {
  const codes = listAt(refusalJson(answer), 'errors')?.map((error) => textAt(error, 'code')) ?? [];
  const lives = codes.map((code) => lifeNamed(code, LIVES, 'body errors.code'));
  return reported({ life: lives.find((life) => life !== undefined) });
}
