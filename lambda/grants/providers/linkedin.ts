import { parseJson } from '../../diagnosis/reading/json.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading, Stated } from '../reading.ts';

/**
 * LinkedIn: a refused token is told apart by its `serviceErrorCode`. Introspection takes the secret of the client,
 * which a token does not have, and whom a token speaks for is told only to one with the scope for it; a refusal for
 * lack of that scope still says that the token is good.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
 * @see https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2
 */
export const linkedin: GrantProvider = {
  name: 'linkedin',
  answersAt: (host) => host === 'api.linkedin.com',
  home: 'https://api.linkedin.com',
  read: (response) => reported({ life: lifeByCode(response) }),
  questions: ({ base }) => [
    { url: `${base}/v2/userinfo`, read: (answer) => readMember(answer, 'sub'), tellsLife: false },
    { url: `${base}/v2/me`, read: (answer) => readMember(answer, 'id'), tellsLife: false },
  ],
  implies: () => [],
};

function readMember(answer: ObservedResponse, key: 'sub' | 'id'): GrantReading {
  const id = textAt(jsonOf(answer), key);
  return reported({
    life: id === undefined ? lifeByCode(answer) : alive(answer),
    identity: stated(id, `body ${key}`),
  });
}

/**
 * Codes of a 401. That of a revoked token comes for some seconds to one that was minted just now, too: it is believed of
 * one that was alive before.
 *
 * @see https://github.com/jclusso/omniauth-linkedin-openid/issues/6
 * @see https://github.com/decioferreira/omniauth-linkedin-oauth2/issues/81
 */
const ENDS: Readonly<Record<number, Life>> = { 65601: 'ended', 65602: 'expired' };

const LACKS_PERMISSION = 100;

function lifeByCode({ status, body }: ObservedResponse): Stated<Life> | undefined {
  if (status !== 401 && status !== 403) return undefined;
  const code = numberAt(parseJson(body), 'serviceErrorCode');
  const life = status === 401 ? ENDS[code ?? 0] : code === LACKS_PERMISSION ? 'alive' : undefined;
  return stated(life, 'body serviceErrorCode', String(code));
}
