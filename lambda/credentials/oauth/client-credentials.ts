import type { ClientCredentialsCredential } from '../../config/types.ts';
import { badSecret, type MintDeps, type MintOutcome } from '../minting/minted.ts';
import { withServerClock } from '../minting/server-clock.ts';
import type { ToMint } from '../minting/to-mint.ts';
import { readClient } from './client.ts';
import { clientAuth } from './client-auth.ts';
import { tokenEndpoint } from './endpoint.ts';
import type { ReadMetadata } from './metadata.ts';
import { parametersWith, scopeParameter } from './parameters.ts';
import { askForToken } from './token-request.ts';
import { mintedFrom } from './token-response.ts';

/** A token for the client itself. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export async function mintForClient(
  { credential, secret, deadline }: ToMint<ClientCredentialsCredential>,
  deps: MintDeps,
  readMetadata: ReadMetadata,
): Promise<MintOutcome> {
  if (secret === undefined) return badSecret('there is no secret');
  const { allowPrivateNetwork, scopes, audience, resource, parameters, provider, scheme } = credential;
  const bounds = { allowPrivateNetwork, deadline };
  const client = readClient(secret.value, credential);
  if ('problem' in client) return { problem: client };
  // Only a client that can prove who it is may ask for itself.
  if (client.clientSecret === undefined && client.key === undefined) {
    return badSecret('the secret has neither "client_secret" nor "private_key" beside the client id');
  }
  const endpoint = await tokenEndpoint(credential, readMetadata, bounds);
  if ('problem' in endpoint) return endpoint;
  const given = await withServerClock(deps.now, (clock) =>
    askForToken(
      deps,
      endpoint,
      {
        grantType: 'client_credentials',
        parameters: parametersWith({ scope: scopeParameter(scopes), audience, resource }, parameters),
        clientId: client.clientId,
        auth: clientAuth(client, endpoint, clock),
        secrets: client.secrets,
        signed: client.key !== undefined,
        provider,
      },
      bounds,
    ),
  );
  if ('problem' in given) return given;
  return mintedFrom(given.response, { scheme, secrets: given.secrets, now: deps.now() });
}
