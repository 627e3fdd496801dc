import type { Observation } from '../request/observation.ts';
import { declaredExpiry } from './declared.ts';
import type { Grant } from './grant.ts';
import { grantOf, type KnownOfCredential } from './grant-of.ts';
import { readJwt } from './jwt.ts';
import type { GrantProvider } from './provider.ts';
import { providerFor } from './providers/index.ts';
import type { GrantReading } from './reading.ts';

/**
 * What a credential has now, as one exchange with it tells: its expiry, its scopes, whom it speaks for.
 *
 * The provider's word about the credential goes before what the token claims of itself. `undefined` when neither says
 * anything. Pure; never throws, whatever the response and the token are; neither the token nor a part of its text is
 * in the evidence.
 */
export function readGrant(input: KnownOfCredential & { readonly observation: Observation }): Grant | undefined {
  const { observation, token, credential } = input;
  const provider = providerFor(credential, [observation.request.url]);
  return grantOf([...reported(provider, observation, token), ...ownReadings(input, provider)], input, provider);
}

/** What is known of the credential without an answer: what it says of itself, and what the configuration says. */
export function ownReadings(
  { credential, token, made = [] }: KnownOfCredential,
  provider: GrantProvider | undefined,
): readonly GrantReading[] {
  const readings = [
    ...made,
    token === undefined ? undefined : provider?.readToken?.(token),
    token === undefined ? undefined : readJwt(token),
    declaredExpiry(credential),
  ];
  return readings.filter((reading) => reading !== undefined);
}

/** What the response says, if it answers a request that carried the credential to the end. */
function reported(
  provider: GrantProvider | undefined,
  { request, response }: Observation,
  token: string | undefined,
): readonly GrantReading[] {
  if (response === undefined || !request.credentialSent) return [];
  const reading = provider?.read?.(response, token);
  return reading === undefined ? [] : [reading];
}
