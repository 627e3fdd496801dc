import type { ObservedResponse } from '../../request/observation.ts';
import { isoTime } from '../iso-time.ts';
import { alive, booleanAt, jsonOf, numberAt, reported, stated, textAt, textsAt, valueAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, plausibleTime, type Stated, scopesIn } from '../reading.ts';

/**
 * HashiCorp Vault and OpenBao, under anybody's host: a token may look itself up. A refusal says nothing: the policy may
 * not allow it, or the token is of a namespace that only the probes name.
 *
 * @see https://developer.hashicorp.com/vault/api-docs/auth/token#lookup-a-token-self
 */
export const vault: GrantProvider = {
  name: 'vault',
  aliases: ['openbao', 'hashicorp-vault'],
  answersAt: () => false,
  baseOf: ({ origin, pathname }) => origin + pathname.slice(0, Math.max(0, pathname.indexOf('/v1/'))),
  questions: ({ base }) => [{ url: `${base}/v1/auth/token/lookup-self`, read: readLookup, tellsLife: false }],
  implies: () => [],
};

function readLookup(answer: ObservedResponse): GrantReading {
  const data = valueAt(jsonOf(answer), 'data');
  const policies = textsAt(data, 'policies');
  if (policies === undefined || numberAt(data, 'ttl') === undefined || numberAt(data, 'creation_time') === undefined) {
    return reported({});
  }
  const all = scopesIn([...policies, ...(textsAt(data, 'identity_policies') ?? [])]);
  const { start, end } = lifetimeOf(data);
  return reported({
    life: alive(answer),
    expiresAt: end,
    issuedAt: start,
    scopes: stated(all, 'body data.policies', all?.join(' ')),
    // Some name the session in which the token was given; whom Vault knows has an id besides.
    identity:
      stated(textAt(data, 'entity_id'), 'body data.entity_id') ??
      stated(textAt(data, 'display_name'), 'body data.display_name'),
  });
}

/** A token that is renewed in time is not left with so little of what it was last given. */
const NEGLECTED = 1 / 4;

/**
 * When it ends for good, and since when it has that time. The end of a token that can be renewed moves with each
 * renewal, so it counts only once so little is left that nobody seems to renew it, or no more than that can be had.
 *
 * @see https://developer.hashicorp.com/vault/docs/concepts/tokens#token-time-to-live-periodic-tokens-and-explicit-max-ttls
 */
function lifetimeOf(data: unknown): { readonly start: Time; readonly end: Time } {
  const created = timeAt(data, 'creation_time');
  const renewed = timeAt(data, 'last_renewal_time') ?? created;
  const expireTime = textAt(data, 'expire_time');
  const leaseEnd = stated(isoTime(expireTime), 'body data.expire_time', expireTime);
  if (booleanAt(data, 'renewable') === false) return { start: created, end: leaseEnd };
  const most = numberAt(data, 'explicit_max_ttl') ?? 0;
  const lastMoment = created && most > 0 ? plausibleTime(created.value + most) : undefined;
  const end = stated(lastMoment, 'body data.explicit_max_ttl', `${most} s from ${created?.value}`);
  const given = leaseEnd && renewed ? leaseEnd.value - renewed.value : 0;
  const isNeglected = (numberAt(data, 'ttl') ?? 0) <= given * NEGLECTED;
  const isSooner = leaseEnd !== undefined && leaseEnd.value < (end?.value ?? Number.POSITIVE_INFINITY);
  return isNeglected && isSooner ? { start: renewed, end: leaseEnd } : { start: created, end };
}

type Time = Stated<number> | undefined;

function timeAt(data: unknown, name: string): Time {
  const seconds = numberAt(data, name) ?? 0;
  return stated(plausibleTime(seconds), `body data.${name}`, String(seconds));
}
