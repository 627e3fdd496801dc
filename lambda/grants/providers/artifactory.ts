import type { ObservedResponse } from '../../request/observation.ts';
import { epochAt, nameAt } from '../facts-at.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, plausibleTime } from '../reading.ts';

/**
 * JFrog's platform: a token may ask about itself, since Artifactory 7.53.1, and a reference token carries its end.
 *
 * @see https://jfrog.com/help/r/jfrog-rest-apis/get-token-by-id
 */
export const artifactory: GrantProvider = {
  name: 'artifactory',
  aliases: ['jfrog'],
  answersAt: (host) => host.endsWith('.jfrog.io'),
  readToken,
  questions: ({ base, token }) =>
    isAccessToken(token)
      ? [
          {
            url: `${base}/access/api/v1/tokens/me`,
            read: tokenInfo,
            // Up to 7.68 refused to a token for one service alone.
            tellsLife: false,
          },
        ]
      : [],
  implies: () => [],
};

/** A JWT or the reference to one. An API key is none: JFrog Access, which is asked, does not know these. */
function isAccessToken(token: string | undefined): boolean {
  return token !== undefined && (token.startsWith('eyJ') || referenceEnd(token) !== undefined);
}

function tokenInfo(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isToken = textAt(body, 'token_id') !== undefined && numberAt(body, 'issued_at') !== undefined;
  return isToken
    ? reported({
        life: alive(answer),
        expiresAt: epochAt(body, 'expiry'),
        issuedAt: epochAt(body, 'issued_at'),
        identity: nameAt(body, 'subject'),
      })
    : reported({});
}

/** @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/artifactoryreferencetoken/artifactoryreferencetoken.go */
function readToken(token: string): GrantReading | undefined {
  const end = referenceEnd(token);
  const expiresAt = end === undefined ? undefined : stated(plausibleTime(Number(end)), 'reference token', end);
  return expiresAt && { source: 'claimed', expiresAt };
}

/** The digits of its end, zeros where it has none; `undefined` of what is no reference token. */
function referenceEnd(token: string): string | undefined {
  if (!/^[A-Za-z0-9+/]{64}$/.test(token)) return undefined;
  return /^reftkn:\d\d:(\d{10}):/.exec(Buffer.from(token, 'base64').toString('latin1'))?.[1];
}
