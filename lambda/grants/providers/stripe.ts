import type { ObservedResponse } from '../../request/observation.ts';
import { alive, booleanAt, jsonOf, listAt, reported, stated, textAt } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { lifeNamed, refusalJson } from '../refusal.ts';

/**
 * Stripe lists neither an end nor the permissions of a key. The balance is asked for because it says the mode, holds
 * no one's name or address as the account does, and takes a permission that a restricted key can be given. A key that
 * lacks it is named as one that lives.
 *
 * @see https://docs.stripe.com/api/balance/balance_object
 * @see https://github.com/dj-stripe/dj-stripe/pull/1131 (the account, which restricted keys cannot read)
 * @see https://docs.stripe.com/keys
 */
export const stripe: GrantProvider = {
  name: 'stripe',
  answersAt: (host) => host === 'api.stripe.com' || host === 'files.stripe.com',
  home: 'https://api.stripe.com',
  readToken(token) {
    const [prefix, mode] = /^[sr]k_(?:org_)?(test|live)_/.exec(token) ?? [];
    return prefix === undefined
      ? undefined
      : { ...reported({ identity: stated(`${mode} mode`, 'token prefix', prefix) }), source: 'claimed' };
  },
  questions,
  implies: () => [],
};

/** Publishable keys are refused here although they live, and so are an organisation's without an account's name. */
function questions({ base, token }: Asked): readonly Question[] {
  if (token !== undefined && !/^[sr]k_(?!org_)/.test(token)) return [];
  return [{ url: `${base}/v1/balance`, read: readBalance }];
}

function readBalance(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const live = booleanAt(body, 'livemode');
  if (textAt(body, 'object') !== 'balance' || listAt(body, 'available') === undefined || live === undefined) {
    return readRefusal(answer);
  }
  const mode = live ? 'live mode' : 'test mode';
  return reported({ life: alive(answer), identity: stated(mode, 'body livemode', String(live)) });
}

/** @see https://github.com/stripe/stripe-cli/pull/792 */
const ENDED = { api_key_expired: 'expired' } as const;

/** @see https://github.com/stripe/stripe-node/issues/2246 */
const LACKS_PERMISSION = /\bdoes not have the required permissions for this endpoint on account '(acct_\w{1,64})'/;

function readRefusal(answer: ObservedResponse): GrantReading {
  const refusal = refusalJson(answer);
  const account = LACKS_PERMISSION.exec(textAt(refusal, 'error', 'message') ?? '')?.[1];
  if (account !== undefined) {
    return reported({
      life: stated('alive', 'body error.message', `lacks a permission on ${account}`),
      identity: stated(account, 'body error.message'),
    });
  }
  return reported({ life: lifeNamed(textAt(refusal, 'error', 'code'), ENDED, 'body error.code') });
}
