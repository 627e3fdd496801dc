import type { RefreshTokenCredential } from '../../../config/types.ts';
import type { Bounds } from '../../minting/exchange.ts';
import type { MintDeps, NotMinted } from '../../minting/minted.ts';
import { withServerClock } from '../../minting/server-clock.ts';
import { clientAuth } from '../client-auth.ts';
import type { Endpoint } from '../metadata.ts';
import { parametersWith } from '../parameters.ts';
import { askForToken, type Given } from '../token-request.ts';
import { type StoredPair, secretsOf } from './stored-pair.ts';

/** What a server means that does not take a refresh token any more; it does not tell which of these it is. */
const MEANS = 'the refresh token was already used or revoked, or has ended: log in again and store the new one';

/** Gives a refresh token for an access token, and perhaps another refresh token. @see https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export async function spend(
  pair: StoredPair,
  { parameters, provider }: RefreshTokenCredential,
  endpoint: Endpoint,
  deps: MintDeps,
  bounds: Bounds,
): Promise<Given | NotMinted> {
  const { client, refreshToken } = pair;
  const outcome = await withServerClock(deps.now, (clock) =>
    askForToken(
      deps,
      endpoint,
      {
        grantType: 'refresh_token',
        parameters: parametersWith({ refresh_token: refreshToken }, parameters),
        clientId: client.clientId,
        auth: clientAuth(client, endpoint, clock),
        secrets: secretsOf(pair),
        // A client's own assertion may be refused for its time, and then nothing is spent.
        signed: client.key !== undefined,
        provider,
      },
      bounds,
    ),
  );
  return 'problem' in outcome ? explained(outcome) : outcome;
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 (`invalid_grant`) */
function explained(outcome: NotMinted): NotMinted {
  const { problem } = outcome;
  const { refusal } = problem;
  if (!refusal?.diagnosis.evidence.some(({ what }) => what.includes('invalid_grant'))) return outcome;
  const { diagnosis } = refusal;
  const evidence = [...diagnosis.evidence, { where: 'credential', what: MEANS.slice(0, MEANS.indexOf(':')) }];
  return {
    ...outcome,
    problem: {
      ...problem,
      problem: `${problem.problem}: ${MEANS}`,
      refusal: { ...refusal, diagnosis: { ...diagnosis, evidence } },
    },
  };
}
