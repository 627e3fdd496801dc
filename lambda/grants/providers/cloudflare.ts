import type { ObservedResponse } from '../../request/observation.ts';
import { timeAt } from '../facts-at.ts';
import { alive, booleanAt, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Cloudflare: any user token may be verified with itself. An account's token is verified below its account, which the
 * token does not name, and is called invalid here; only a token with the user's prefix is surely none.
 *
 * @see https://developers.cloudflare.com/api/resources/user/subresources/tokens/methods/verify/
 * @see https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/
 * @see https://github.com/pl4nty/cloudflare-kubernetes-gateway/issues/262 (401 for an account's token that lives)
 */
export const cloudflare: GrantProvider = {
  name: 'cloudflare',
  answersAt: (host) => host === 'api.cloudflare.com',
  home: 'https://api.cloudflare.com',
  questions: ({ base, token }) =>
    token === undefined || isNoUserToken(token)
      ? []
      : [
          {
            url: `${base}/client/v4/user/tokens/verify`,
            read: readVerification,
            tellsLife: token.startsWith('cfut_'),
          },
        ],
  implies: () => [],
};

/** An account's token, a global API key by its prefix or as it was before, or a key of the origin CA. */
function isNoUserToken(token: string): boolean {
  return /^(?:cfat_|cfk_|v1\.0-|[0-9a-f]{37}$)/.test(token);
}

/** What a status means for a token that was recognised. Disabled is what its owner did, and may undo. */
const LIFE_OF: Readonly<Record<string, Life>> = { disabled: 'revoked', expired: 'expired' };

function readVerification(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const status = textAt(json, 'result', 'status') ?? '';
  const isKnown = status === 'active' || Object.hasOwn(LIFE_OF, status);
  if (booleanAt(json, 'success') !== true || !isKnown) return reported({});
  return reported({
    life: status === 'active' ? alive(answer) : stated(LIFE_OF[status], 'body result.status', status),
    expiresAt: timeAt(json, 'result', 'expires_on'),
  });
}
