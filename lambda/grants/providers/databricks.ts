import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, listAt, numberAt, reported, stated, textAt, textsAt } from '../json-answer.ts';
import type { GrantProvider, Question } from '../provider.ts';
import { type GrantReading, plausibleTime, scopesIn } from '../reading.ts';

/**
 * Databricks, at a host of each workspace: any token may ask who it is. A personal one may list the user's, all that are
 * valid and so itself too; the list does not say which it is, so it speaks only where there is one.
 *
 * @see https://docs.databricks.com/api/workspace/currentuser/me
 * @see https://docs.databricks.com/api/workspace/tokens/list
 */
export const databricks: GrantProvider = {
  name: 'databricks',
  answersAt: (host) => WORKSPACE.test(host) && !host.startsWith('accounts.'),
  questions: ({ base, token }) => [
    { url: `${base}/api/2.0/preview/scim/v2/Me`, read: readMe },
    ...(token?.startsWith('dapi') ? [listQuestion(base)] : []),
  ],
  implies: () => [],
};

const WORKSPACE = /\.(?:cloud\.databricks\.com|gcp\.databricks\.com|azuredatabricks\.net)$/;

function listQuestion(base: string): Question {
  return { url: `${base}/api/2.0/token/list`, read: readList, tellsLife: false };
}

function readMe(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const id = textAt(json, 'userName') && textAt(json, 'id');
  return id ? reported({ life: alive(answer), identity: stated(id, 'body id') }) : reported({});
}

/** Its times count milliseconds; -1 is no end. */
function readList(answer: ObservedResponse): GrantReading {
  const tokens = listAt(jsonOf(answer), 'token_infos') ?? [];
  if (tokens.length !== 1 || textAt(tokens[0], 'token_id') === undefined) return reported({});
  const timeAt = (name: string) => {
    const milliseconds = numberAt(tokens[0], name) ?? 0;
    return stated(plausibleTime(milliseconds / 1_000), `body token_infos[0].${name}`, String(milliseconds));
  };
  const scopes = textsAt(tokens[0], 'scopes');
  return reported({
    life: alive(answer),
    expiresAt: timeAt('expiry_time'),
    issuedAt: timeAt('creation_time'),
    scopes: stated(scopes && scopesIn(scopes), 'body token_infos[0].scopes', scopes?.join(' ')),
  });
}
