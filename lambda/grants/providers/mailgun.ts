import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, listAt, numberAt, reported } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Mailgun: a key may have an end, but the list that tells it does not say which of the keys is asking. Listing domains
 * shows that an account's key lives; a domain's sending key is refused there, and lives too. Each region has a host of
 * its own.
 *
 * @see https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys/post-v1-keys
 * @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/analyzer/analyzers/mailgun/mailgun.go
 */
export const mailgun: GrantProvider = {
  name: 'mailgun',
  answersAt: (host) => host === 'api.mailgun.net' || host === 'api.eu.mailgun.net',
  questions: ({ base }) => [{ url: `${base}/v4/domains?limit=1`, read: readDomains, tellsLife: false }],
  implies: () => [],
};

function readDomains(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isList = listAt(body, 'items') !== undefined && numberAt(body, 'total_count') !== undefined;
  return isList ? reported({ life: alive(answer) }) : { source: 'reported' };
}
