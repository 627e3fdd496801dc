import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, type Stated, scopesIn } from '../reading.ts';

/**
 * Heroku: every answer to a token that was recognised lists its scopes. When it ends stands only in the list of all
 * authorizations, among others that nothing tells apart once the tokens in them are redacted: so that is not asked.
 *
 * @see https://devcenter.heroku.com/articles/oauth#scopes
 * @see https://devcenter.heroku.com/articles/platform-api-reference#account-info
 */
export const heroku: GrantProvider = {
  name: 'heroku',
  answersAt: (host) => host === 'api.heroku.com',
  home: 'https://api.heroku.com',
  read(response) {
    return reported({ scopes: scopeHeader(response) });
  },
  questions: ({ base }) => [
    {
      url: `${base}/account`,
      headers: { accept: 'application/vnd.heroku+json; version=3' },
      read: readAccount,
      tellsLife: false,
    },
  ],
  implies: (scope) => (Object.hasOwn(INCLUDED, scope) ? (INCLUDED[scope] ?? []) : []),
};

/** Each scope and those right below it. @see https://blog.heroku.com/oauth-for-platform-api-in-public-beta */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  global: ['identity', 'write-protected'],
  'write-protected': ['write', 'read-protected'],
  'read-protected': ['read'],
  write: ['read'],
};

function scopeHeader({ status, headers }: ObservedResponse): Stated<readonly string[]> | undefined {
  const header = headers['oauth-scope'];
  if (header === undefined || status === 401) return undefined;
  return stated(scopesIn(header.split(/[\s,]+/)), 'header oauth-scope', header);
}

function readAccount(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const id = textAt(json, 'email') && textAt(json, 'id');
  if (!id) return reported({ scopes: scopeHeader(answer) });
  return reported({
    life: alive(answer),
    scopes: scopeHeader(answer),
    identity: stated(id, 'body id'),
  });
}
