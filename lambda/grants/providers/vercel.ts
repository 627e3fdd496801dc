import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, plausibleTime } from '../reading.ts';

/**
 * Vercel: a token may ask about itself. What it calls scopes is where a token is good for, a user or teams, and not
 * what it may do there.
 *
 * @see https://vercel.com/docs/rest-api/authentication/get-auth-token-metadata
 */
export const vercel: GrantProvider = {
  name: 'vercel',
  answersAt: (host) => host === 'api.vercel.com',
  home: 'https://api.vercel.com',
  // A token for teams alone has no user to ask about.
  questions: ({ base }) => [{ url: `${base}/v5/user/tokens/current`, read: current, tellsLife: false }],
  implies: () => [],
};

function current(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isToken = textAt(body, 'token', 'id') !== undefined && numberAt(body, 'token', 'activeAt') !== undefined;
  if (!isToken) return reported({});
  return reported({
    life: alive(answer),
    expiresAt: millisecondsAt(body, 'expiresAt'),
    issuedAt: millisecondsAt(body, 'createdAt'),
  });
}

function millisecondsAt(body: unknown, key: string) {
  const time = numberAt(body, 'token', key);
  return time === undefined ? undefined : stated(plausibleTime(time / 1_000), `body token.${key}`, String(time));
}
