import { parseJson } from '../../diagnosis/reading/json.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import {
  alive,
  booleanAt,
  jsonOf,
  listAt,
  numberAt,
  reported,
  stated,
  textAt,
  textsAt,
  valueAt,
} from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import { type GrantReading, plausibleTime, type Stated, scopesIn } from '../reading.ts';

/**
 * Meta's Graph API, for Facebook, Instagram, Threads and WhatsApp. `debug_token` tells all, to a developer of the app;
 * it is asked by POST with `method=GET`, so that the token does not stand in a URL.
 *
 * @see https://developers.facebook.com/docs/graph-api/reference/debug_token
 * @see https://developers.facebook.com/docs/graph-api/reference/user/permissions/
 * @see https://github.com/facebookarchive/facebook-php-sdk/blob/master/src/base_facebook.php (`method`)
 */
export const facebook: GrantProvider = {
  name: 'facebook',
  aliases: ['meta', 'instagram', 'threads', 'whatsapp'],
  answersAt: (host) => /^graph\.(?:facebook\.com|instagram\.com|threads\.(?:net|com))$/.test(host),
  read: (response) => reported({ life: refusedLife(response) }),
  questions: (asked) => (isAppToken(asked) ? inspection(asked) : [...inspection(asked), ...ownQuestions(asked)]),
  implies: () => [],
};

/** The token of an app speaks for no user. @see https://developers.facebook.com/docs/facebook-login/guides/access-tokens */
function isAppToken({ token }: Asked): boolean {
  return /^\d+\|/.test(token ?? '');
}

function inspection({ base, token }: Asked): readonly Question[] {
  if (token === undefined) return [];
  return [
    {
      method: 'POST',
      url: `${base}/debug_token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ method: 'GET', input_token: token }).toString(),
      read: readInspection,
      tellsLife: false,
    },
  ];
}

function ownQuestions({ base }: Asked): readonly Question[] {
  return [
    { url: `${base}/me?fields=id`, read: readMe },
    { url: `${base}/me/permissions?limit=500`, read: readPermissions, tellsLife: false },
  ];
}

function readInspection(answer: ObservedResponse): GrantReading {
  const data = valueAt(jsonOf(answer), 'data');
  // Of a token that is no longer valid the list is empty, and of a stranger's nothing is told.
  if (booleanAt(data, 'is_valid') !== true) {
    return reported({ life: refusedLife(answer) ?? lifeOf(valueAt(data, 'error'), 'subcode', 'data.error') });
  }
  const scopes = scopesIn(textsAt(data, 'scopes') ?? ['not a scope']);
  // An app's token has rights that are no permissions, and a user's has one at least.
  const isList = scopes !== undefined && scopes.length > 0;
  return reported({
    life: stated('alive', 'body data.is_valid', 'true'),
    expiresAt: time(data, 'expires_at'),
    issuedAt: time(data, 'issued_at'),
    scopes: isList ? stated(scopes, 'body data.scopes', scopes.join(' ')) : undefined,
  });
}

/** 0 is a token that does not expire. */
function time(data: unknown, key: 'expires_at' | 'issued_at'): Stated<number> | undefined {
  return stated(plausibleTime(numberAt(data, key) ?? 0), `body data.${key}`);
}

function readMe(answer: ObservedResponse): GrantReading {
  const id = textAt(jsonOf(answer), 'id');
  if (id === undefined) return reported({ life: refusedLife(answer) });
  return reported({ life: alive(answer), identity: stated(id, 'body id') });
}

/** Permissions that were declined, or that ran out, are listed too; of more pages than one the first is half a list. */
function readPermissions(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const list = listAt(body, 'data');
  const isList = list?.every((one) => textAt(one, 'permission') && textAt(one, 'status'));
  if (list === undefined || list.length === 0 || !isList || textAt(body, 'paging', 'next')) {
    return reported({ life: refusedLife(answer) });
  }
  const granted = list.filter((one) => textAt(one, 'status') === 'granted');
  const scopes = scopesIn(granted.flatMap((one) => textAt(one, 'permission') ?? []));
  return reported({ life: alive(answer), scopes: stated(scopes, 'body data[].permission', scopes?.join(' ')) });
}

function refusedLife({ status, body }: ObservedResponse): Stated<Life> | undefined {
  return status >= 400 && status < 500
    ? lifeOf(valueAt(parseJson(body), 'error'), 'error_subcode', 'error')
    : undefined;
}

const TOKEN_REFUSED = 190;

/**
 * Why a token is refused. A user who has to pass a check (459) or is not confirmed (464) may yet use it.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
const LIVES: Readonly<Record<number, Life>> = { 458: 'revoked', 460: 'revoked', 463: 'expired', 467: 'ended' };

function lifeOf(error: unknown, key: 'error_subcode' | 'subcode', at: string): Stated<Life> | undefined {
  const subcode = numberAt(error, key);
  if (numberAt(error, 'code') !== TOKEN_REFUSED || subcode === undefined) return undefined;
  return stated(LIVES[subcode], `body ${at}.${key}`, String(subcode));
}
