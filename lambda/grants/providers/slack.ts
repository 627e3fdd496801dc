import { oauthScopesHeader } from '../oauth-scopes-header.ts';
import type { GrantProvider } from '../provider.ts';

/**
 * Slack: every answer lists the token's scopes, but its status is 200 even for a refusal, so only one whose body says
 * `"ok": true` counts.
 *
 * @see https://github.com/slackhq/slack-api-docs/blob/master/index_web.md
 */
export const slack: GrantProvider = {
  name: 'slack',
  answersAt: (host) => host === 'slack.com' || host.endsWith('.slack.com'),
  read(response) {
    const scopes = response.status === 200 && saysOk(response.body) ? oauthScopesHeader(response) : undefined;
    return { source: 'reported', ...(scopes && { scopes }) };
  },
  implies: () => [],
};

/** Slack writes `ok` first, so a body that was cut off still tells. */
function saysOk(body: string): boolean {
  return /^\s*\{\s*"ok"\s*:\s*true\b/.test(body);
}
