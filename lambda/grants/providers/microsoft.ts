import type { ObservedResponse } from '../../request/observation.ts';
import { isoTime } from '../iso-time.ts';
import { alive, jsonOf, listAt, reported, stated, textAt } from '../json-answer.ts';
import { decodeClaims } from '../jwt.ts';
import type { GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Microsoft Graph, about tokens of Entra ID that are meant for it. A user's token tells whose it is. An application's,
 * if it may read applications, tells when the secret or certificate that it was minted with ends. What a token may do,
 * and when it ends, stands in it.
 *
 * @see https://learn.microsoft.com/en-us/graph/api/user-get
 * @see https://learn.microsoft.com/en-us/graph/api/application-get
 */
export const microsoft: GrantProvider = {
  name: 'microsoft',
  aliases: ['entra', 'graph', 'azure-ad'],
  answersAt: (host) => host === 'graph.microsoft.com',
  home: 'https://graph.microsoft.com',
  questions({ base, token }) {
    if (token === undefined) return [];
    const claims = decodeClaims(token);
    if (claims !== undefined && !isForGraph(claims.aud)) return [];
    const isOfUser = claims === undefined || typeof claims.scp === 'string';
    return isOfUser ? [userQuestion(base)] : applicationQuestions(base, claims);
  },
  implies: () => [],
};

/** By its address, in whichever cloud, or by its number. */
function isForGraph(audience: unknown): boolean {
  return (
    audience === '00000003-0000-0000-c000-000000000000' ||
    (typeof audience === 'string' && /^https:\/\/(?:[\w-]+\.)?(?:graph\.microsoft|microsoftgraph)\./.test(audience))
  );
}

function userQuestion(base: string): Question {
  return { url: `${base}/v1.0/me?$select=id,userPrincipalName`, read: readUser, tellsLife: false };
}

function readUser(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const id = textAt(json, 'userPrincipalName') && textAt(json, 'id');
  return id ? reported({ life: alive(answer), identity: stated(id, 'body id') }) : reported({});
}

type Claims = NonNullable<ReturnType<typeof decodeClaims>>;

/** Any of these lets an application read applications, the last one those that it owns. */
const MAY_READ = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'Application.ReadWrite.OwnedBy',
];

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** How the client proved who it is. @see https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference */
const PROVED_WITH: Readonly<Record<string, 'passwordCredentials' | 'keyCredentials'>> = {
  1: 'passwordCredentials',
  2: 'keyCredentials',
};

function applicationQuestions(base: string, claims: Claims): readonly Question[] {
  const appId = String(claims.appid ?? claims.azp);
  const kind = PROVED_WITH[String(claims.appidacr ?? claims.azpacr)];
  const roles: readonly unknown[] = Array.isArray(claims.roles) ? claims.roles : [];
  const mintedAt = Number(claims.iat);
  if (!GUID.test(appId) || kind === undefined || !MAY_READ.some((role) => roles.includes(role))) return [];
  return [
    {
      url: `${base}/v1.0/applications(appId='${appId}')?$select=${kind}`,
      read: (answer) => readApplication(answer, kind, mintedAt),
      tellsLife: false,
    },
  ];
}

/**
 * Which of several secrets is meant nobody says; but it was valid when the token was minted. An end that is not one for
 * all of those is unknown.
 *
 * @param mintedAt when the token was, epoch seconds
 */
function readApplication(answer: ObservedResponse, kind: string, mintedAt: number): GrantReading {
  const valid = (listAt(jsonOf(answer), kind) ?? [])
    .map((one) => ({ start: textAt(one, 'startDateTime'), end: textAt(one, 'endDateTime') }))
    .filter(
      ({ start, end }) =>
        (isoTime(start) ?? mintedAt) <= mintedAt && mintedAt < (isoTime(end) ?? Number.POSITIVE_INFINITY),
    );
  const ends = new Set(valid.map(({ end }) => isoTime(end)));
  const { start, end } = valid[0] ?? {};
  const expiresAt = stated(isoTime(end), `body ${kind}[].endDateTime`, end);
  if (ends.size !== 1 || expiresAt === undefined) return reported({});
  const issuedAt = valid.length === 1 ? stated(isoTime(start), `body ${kind}[].startDateTime`, start) : undefined;
  return reported({ ofSecret: true, expiresAt, issuedAt });
}
