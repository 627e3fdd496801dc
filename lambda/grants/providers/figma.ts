import { parseJson } from '../../diagnosis/reading/json.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Figma: the user is told to a token with `current_user:read`. A refusal for the lack of a scope lists the scopes that
 * the token has, which nothing else does; one of a token that has run out says so.
 *
 * The cloud for governments is another host, with tokens of its own.
 *
 * @see https://developers.figma.com/docs/rest-api/users-types
 * @see https://developers.figma.com/docs/rest-api/errors
 * @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/analyzer/analyzers/figma/figma.go
 */
export const figma: GrantProvider = {
  name: 'figma',
  answersAt: (host) => host === 'api.figma.com' || host === 'api.figma-gov.com',
  read: readRefusal,
  questions: ({ base }) => [{ url: `${base}/v1/me`, read: readMe }],
  implies: () => [],
};

function readMe(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'handle') && textAt(body, 'id');
  return id ? reported({ life: alive(answer), identity: stated(id, 'body id') }) : readRefusal(answer);
}

/** The "invalid" scopes are those that the token has. */
const SCOPES = /^Invalid scope(?:\(s\))?: ([\w:, -]{1,2000})\. This endpoint requires/;

function readRefusal({ status, body }: ObservedResponse): GrantReading {
  const json = status === 403 ? parseJson(body) : undefined;
  const key = textAt(json, 'err') === undefined ? 'message' : 'err';
  // Some of these sentences hold the list as quoted JSON.
  const text = textAt(json, key)?.replace(/["[\]\\]/g, '') ?? '';
  if (text === 'Token expired') return reported({ life: stated('expired', `body ${key}`, text) });
  const scopes = scopesIn(SCOPES.exec(text)?.[1]?.split(',') ?? []);
  if (scopes === undefined || scopes.length === 0) return reported({});
  const where = `body ${key}`;
  return reported({ life: stated('alive', where, text), scopes: stated(scopes, where, text) });
}
