import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, listAt, reported, stated, textAt } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Twilio tells neither an end nor the rights of a key. The account would be the place to ask, but its answer holds the
 * account's own secret, and standard keys may not read it; the services of Verify take no more than a key that is not
 * restricted. A refusal says nothing: 20003 stands for a wrong region and a trial's credentials too, 70051 for a
 * restricted key.
 *
 * @see https://www.twilio.com/docs/usage/api/account
 * @see https://hexdocs.pm/twilio_elixir/Twilio.Resources.Verify.V2.Service.md
 * @see https://www.twilio.com/docs/api/errors/20003
 * @see https://www.twilio.com/docs/api/errors/70051
 */
export const twilio: GrantProvider = {
  name: 'twilio',
  answersAt: (host) => /^[a-z-]{1,40}\.twilio\.com$/.test(host),
  home: 'https://verify.twilio.com',
  questions,
  implies: () => [],
};

/** A region's key is none of another's, and Verify has no host there. */
function questions({ base }: Asked): readonly Question[] {
  if (base !== twilio.home && base.endsWith('.twilio.com')) return [];
  return [{ url: `${base}/v2/Services?PageSize=1`, read: readServices, tellsLife: false }];
}

function readServices(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const services = listAt(body, 'services');
  if (services === undefined || textAt(body, 'meta', 'key') !== 'services') return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(textAt(services[0], 'account_sid'), 'body account_sid') });
}
