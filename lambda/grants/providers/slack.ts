import type { ObservedResponse } from '../../request/observation.ts';
import { alive, booleanAt, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import { oauthScopesHeader } from '../oauth-scopes-header.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { lifeNamed } from '../refusal.ts';
import { endOf } from '../relative-expiry.ts';

/**
 * Slack: every answer lists the token's scopes, but its status is 200 even for a refusal, so only one whose body says
 * `"ok": true` counts. `auth.test` needs no scope; of a token that rotates it tells the seconds that are left.
 *
 * @see https://github.com/slackhq/slack-api-docs/blob/master/index_web.md
 * @see https://docs.slack.dev/reference/methods/auth.test
 * @see https://github.com/slackapi/node-slack-sdk/blob/main/packages/web-api/src/types/response/AuthTestResponse.ts
 */
export const slack: GrantProvider = {
  name: 'slack',
  answersAt: (host) => host === 'slack.com' || host.endsWith('.slack.com'),
  home: 'https://slack.com/api',
  baseOf: ({ origin }) => `${origin}/api`,
  read(response) {
    const scopes = response.status === 200 && saysOk(response.body) ? oauthScopesHeader(response) : undefined;
    return { source: 'reported', ...(scopes && { scopes }) };
  },
  questions,
  implies: () => [],
};

/** What Slack says of a token that no longer works; `account_inactive` is a deleted user's or workspace's. */
const LIVES: Readonly<Record<string, Life>> = {
  token_expired: 'expired',
  token_revoked: 'revoked',
  account_inactive: 'revoked',
};

/** App-level (`xapp-`) and refresh (`xoxe-`) tokens are of kinds that it may refuse although they live. */
function questions({ base, token }: Asked): readonly Question[] {
  if (token === undefined || /^(?:xapp|xoxe)-/.test(token)) return [];
  return [{ method: 'POST', url: `${base}/auth.test`, read: readAuthTest }];
}

function readAuthTest(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const ok = booleanAt(body, 'ok');
  if (ok === false) return reported({ life: lifeNamed(textAt(body, 'error'), LIVES, 'body error') });
  const who = [textAt(body, 'team_id') ?? textAt(body, 'enterprise_id'), textAt(body, 'user_id')];
  if (ok !== true || who.includes(undefined)) return { source: 'reported' };
  return reported({
    life: alive(answer),
    identity: stated(who.join('/'), 'body team_id, user_id'),
    scopes: oauthScopesHeader(answer),
    expiresAt: expiryOf(answer, numberAt(body, 'expires_in')),
  });
}

function expiryOf(answer: ObservedResponse, seconds: number | undefined) {
  return seconds === undefined ? undefined : stated(endOf(answer, seconds), 'body expires_in', `${seconds} seconds`);
}

/** Slack writes `ok` first, so a body that was cut off still tells. */
function saysOk(body: string): boolean {
  return /^\s*\{\s*"ok"\s*:\s*true\b/.test(body);
}
