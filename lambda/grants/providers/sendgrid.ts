import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textsAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * SendGrid: any key may list its own scopes. A subuser of the EU region has another host, so the question goes where the
 * probes go.
 *
 * @see https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access
 */
export const sendgrid: GrantProvider = {
  name: 'sendgrid',
  answersAt: (host) => host === 'api.sendgrid.com' || host === 'api.eu.sendgrid.com',
  questions: ({ base }) => [{ url: `${base}/v3/scopes`, read: readScopes }],
  implies: () => [],
};

/**
 * States of the account that stand among the scopes and come and go without the key.
 *
 * @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/analyzer/analyzers/sendgrid/sendgrid.go
 */
const NO_SCOPE = /^(?:2fa_|sender_verification_)/;

function readScopes(answer: ObservedResponse): GrantReading {
  const listed = textsAt(jsonOf(answer), 'scopes');
  if (listed === undefined) return reported({});
  const scopes = scopesIn(listed.filter((scope) => !NO_SCOPE.test(scope)));
  return reported({ life: alive(answer), scopes: stated(scopes, 'body scopes', scopes?.join(' ')) });
}
