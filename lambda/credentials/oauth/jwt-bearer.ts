import { type ClientAuth, ClientSecretPost } from 'oauth4webapi';
import type { JwtBearerCredential } from '../../config/types.ts';
import { signJwt } from '../keys/sign-jwt.ts';
import type { Bounds } from '../minting/exchange.ts';
import { badSecret, type MintDeps, type MintOutcome } from '../minting/minted.ts';
import { withServerClock } from '../minting/server-clock.ts';
import type { ToMint } from '../minting/to-mint.ts';
import { type AssertionSecret, readAssertionSecret } from './assertion-secret.ts';
import { clientAuth } from './client-auth.ts';
import { tokenEndpoint } from './endpoint.ts';
import type { Endpoint, ReadMetadata } from './metadata.ts';
import { parametersWith, scopeParameter } from './parameters.ts';
import { askForToken } from './token-request.ts';
import { mintedFrom } from './token-response.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** A token for an assertion that we sign. @see https://www.rfc-editor.org/rfc/rfc7523#section-2.1 */
export async function mintForAssertion(
  { credential, secret, deadline }: ToMint<JwtBearerCredential>,
  deps: MintDeps,
  readMetadata: ReadMetadata,
): Promise<MintOutcome> {
  if (secret === undefined) return badSecret('there is no secret');
  const bounds: Bounds = { allowPrivateNetwork: credential.allowPrivateNetwork, deadline };
  const stored = readAssertionSecret(secret.value, credential);
  if ('problem' in stored) return { problem: stored };
  const issuer = credential.assertionIssuer ?? stored.issuer ?? stored.clientId;
  if (issuer === undefined)
    return badSecret('no issuer of the assertion is known: configure assertionIssuer or clientId');
  const tokenUrl = credential.tokenUrl ?? stored.tokenUrl;
  const endpoint = await tokenEndpoint(
    { ...credential, ...(tokenUrl !== undefined && { tokenUrl }) },
    readMetadata,
    bounds,
  );
  if ('problem' in endpoint) return endpoint;

  const { parameters, scopes, provider, scheme } = credential;
  const scope = stored.scopeInside ? undefined : scopeParameter(scopes);
  const given = await withServerClock(deps.now, async (clock) => {
    const assertion = await signJwt(stored.key, { claims: claimsOf(credential, stored, issuer, endpoint), clock });
    return askForToken(
      deps,
      endpoint,
      {
        grantType: GRANT_TYPE,
        parameters: parametersWith({ assertion, scope }, parameters),
        clientId: stored.clientId ?? issuer,
        auth: authOf(credential, stored, endpoint, clock),
        secrets: [...stored.key.secrets, ...(stored.clientSecret === undefined ? [] : [stored.clientSecret])],
        signed: true,
        provider,
      },
      bounds,
    );
  });
  if ('problem' in given) return given;
  return mintedFrom(given.response, { scheme, secrets: given.secrets, now: deps.now() });
}

function claimsOf(
  { subject, audience, claims, scopes }: JwtBearerCredential,
  stored: AssertionSecret,
  issuer: string,
  endpoint: Endpoint,
) {
  const scope = stored.scopeInside ? scopeParameter(scopes) : undefined;
  return {
    iss: issuer,
    sub: subject ?? stored.subject ?? issuer,
    aud: audience ?? endpoint.url,
    ...(scope !== undefined && { scope }),
    ...stored.claims,
    ...claims,
  };
}

/** The assertion itself says who asks; a client that has a secret adds it, in the body unless configured otherwise. */
function authOf(
  { clientAuth: method }: JwtBearerCredential,
  { clientId, clientSecret, key }: AssertionSecret,
  endpoint: Endpoint,
  clock: number,
): ClientAuth {
  if (method !== undefined && clientId !== undefined) {
    const client = { clientId, key, method, secrets: [], ...(clientSecret !== undefined && { clientSecret }) };
    return clientAuth(client, endpoint, clock);
  }
  return clientSecret === undefined ? () => {} : ClientSecretPost(clientSecret);
}
