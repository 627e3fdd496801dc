import type { CredentialConfig } from '../config/types.ts';
import type { Observation } from '../request/observation.ts';
import type { Grant } from './grant.ts';
import { readJwt } from './jwt.ts';
import type { GrantProvider } from './provider.ts';
import { github } from './providers/github.ts';
import { slack } from './providers/slack.ts';
import type { GrantReading } from './reading.ts';

const providers: readonly GrantProvider[] = [github, slack];

/**
 * What a credential has now, as one exchange with it tells: its expiry, its scopes, whom it speaks for.
 *
 * The provider's word about the credential goes before what the token claims of itself. `undefined` when neither says
 * anything. Pure; never throws, whatever the response and the token are; neither the token nor a part of its text is
 * in the evidence.
 *
 * @param input.token the credential's value, where it is a token
 */
export function readGrant(input: {
  readonly observation: Observation;
  readonly token?: string;
  readonly credential: CredentialConfig;
}): Grant | undefined {
  const { observation, token, credential } = input;
  const provider = providerOf(credential, observation);
  const readings = [reported(provider, observation, token), token === undefined ? undefined : readJwt(token)].filter(
    (reading) => reading !== undefined,
  );
  const expiry = readings.find(({ expiresAt }) => expiresAt !== undefined);
  const scopes = readings.find((reading) => reading.scopes !== undefined)?.scopes;
  const identity = readings.find((reading) => reading.identity !== undefined)?.identity;
  const issuedAt = readings.find((reading) => reading.issuedAt !== undefined)?.issuedAt;
  const evidence = [expiry?.expiresAt, scopes, identity, issuedAt].flatMap((stated) => stated?.evidence ?? []);
  if (evidence.length === 0) return undefined;
  return {
    ...(expiry?.expiresAt && { expiresAt: expiry.expiresAt.value, expirySource: expiry.source }),
    ...(issuedAt && { issuedAt: issuedAt.value }),
    ...(scopes && { scopes: scopes.value }),
    ...(scopes && credential.scopes && { missingScopes: missing(credential.scopes, scopes.value, provider) }),
    ...(identity && { identity: identity.value }),
    evidence,
  };
}

/** What the response says, if it answers a request that carried the credential to the end. */
function reported(
  provider: GrantProvider | undefined,
  { request, response }: Observation,
  token: string | undefined,
): GrantReading | undefined {
  return response !== undefined && request.credentialSent ? provider?.read(response, token) : undefined;
}

/** The provider that the credential names, else the one at whose host it is used. */
function providerOf(credential: CredentialConfig, { request }: Observation): GrantProvider | undefined {
  if (credential.provider !== undefined) return providers.find(({ name }) => name === credential.provider);
  const host = URL.canParse(request.url) ? new URL(request.url).hostname : '';
  return providers.find(({ answersAt }) => answersAt(host));
}

/** Wanted scopes that are neither granted nor included in a granted one, in their order. */
function missing(
  wanted: readonly string[],
  granted: readonly string[],
  provider: GrantProvider | undefined,
): readonly string[] {
  const has = new Set(granted.flatMap((scope) => [scope, ...(provider?.implies(scope) ?? [])]));
  return wanted.filter((scope) => !has.has(scope));
}
