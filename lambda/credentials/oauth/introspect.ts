import { allowInsecureRequests, type ClientAuth, customFetch, introspectionRequest } from 'oauth4webapi';
import type { CredentialConfig } from '../../config/types.ts';
import { readIntrospection } from '../../grants/introspection.ts';
import type { GrantReading } from '../../grants/reading.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import type { Authorisation, CredentialProblem } from '../authorisation.ts';
import { redacted } from '../minting/answer.ts';
import type { Bounds } from '../minting/exchange.ts';
import type { MintDeps } from '../minting/minted.ts';
import { clientAuth } from './client-auth.ts';
import { type Endpoint, type ReadMetadata, serverMetadata } from './metadata.ts';
import { oauthFetch } from './oauth-fetch.ts';
import { ownClient } from './own-client.ts';
import { insecure } from './token-request.ts';

export interface ToIntrospect {
  /** Whose token it is; its `introspection` is configured. */
  readonly credential: CredentialConfig;
  readonly token: string;
  /** Default: `access_token`. */
  readonly tokenTypeHint?: 'access_token' | 'refresh_token';
  /** What the credential that `introspection` names is good for. Without it the client that minted the token asks. */
  readonly authorisation?: Authorisation;
  /** The secret of that client: the usable part of what the credential has. */
  readonly secretValue?: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

export interface Introspected {
  /** The endpoint, without its query. */
  readonly url: string;
  /** What the answer says of the token; absent where it says nothing, be it that whoever asks was refused. */
  readonly reading?: GrantReading;
  /** Redacted; absent where nobody answered. */
  readonly response?: ObservedResponse;
}

export type Introspect = (input: ToIntrospect) => Promise<Introspected | CredentialProblem>;

/**
 * Asks an authorization server about a token. A problem says why nobody could be asked; a refusal is of the one who
 * asks, and says nothing of the token.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662#section-2.1
 */
export function introspector({ request, now }: Pick<MintDeps, 'request' | 'now'>): Introspect {
  const readMetadata = serverMetadata({ request, now });
  return async (input) => {
    const { credential, token, tokenTypeHint = 'access_token', authorisation, deadline } = input;
    const bounds = { allowPrivateNetwork: credential.allowPrivateNetwork, deadline };
    const endpoint = await introspectionEndpoint(credential, readMetadata, bounds);
    if ('problem' in endpoint) return endpoint;
    const asker = authorisation === undefined ? clientAsker(input, endpoint, now()) : askerWith();
    if ('problem' in asker) return asker;
    const known = { secrets: [token, ...asker.secrets], ...(authorisation && { authorisation }) };
    const { fetch, exchanged } = oauthFetch(request, bounds, known);
    await introspectionRequest(
      { issuer: endpoint.audience, introspection_endpoint: endpoint.url },
      { client_id: asker.clientId },
      asker.auth,
      token,
      {
        [customFetch]: fetch,
        [allowInsecureRequests]: bounds.allowPrivateNetwork,
        additionalParameters: { token_type_hint: tokenTypeHint },
      },
    );
    const exchange = exchanged();
    if (exchange === undefined) throw new Error('oauth4webapi sent no request');
    const { url, observation } = exchange;
    const { response, failure } = observation;
    if (failure !== undefined) {
      return { problem: `the introspection endpoint ${url} could not be asked: ${failure.message}`, at: 'token' };
    }
    // What the answer says of the token may repeat whoever asked, whose secret nobody redacts after this.
    const clean = redacted(exchange, response);
    const reading = clean.status === 200 && !clean.truncated ? readIntrospection(clean.body) : undefined;
    return { url, response: clean, ...(reading && { reading }) };
  };
}

interface Asker {
  readonly clientId: string;
  readonly auth: ClientAuth;
  readonly secrets: readonly string[];
}

/** What authorises the question is sent beside it. */
function askerWith(): Asker {
  return { clientId: 'none', auth: () => {}, secrets: [] };
}

function clientAsker(
  { credential, secretValue }: ToIntrospect,
  endpoint: Endpoint,
  clock: number,
): Asker | CredentialProblem {
  const client = ownClient(credential, secretValue);
  if (client === undefined) {
    return { problem: 'nobody is configured to ask about the token: name a credential in introspection.credential' };
  }
  if ('problem' in client) return client;
  return { clientId: client.clientId, auth: clientAuth(client, endpoint, clock), secrets: client.secrets };
}

async function introspectionEndpoint(
  { introspection, issuer }: CredentialConfig,
  readMetadata: ReadMetadata,
  bounds: Bounds,
): Promise<Endpoint | CredentialProblem> {
  const url = introspection?.url;
  const configured = url ?? issuer;
  if (configured === undefined) {
    return { problem: 'no introspection endpoint is known: configure introspection.url, or issuer', at: 'token' };
  }
  const bad = insecure(configured, bounds)?.problem;
  if (bad !== undefined) return bad;
  if (url !== undefined) return { url, audience: issuer ?? url };
  const metadata = await readMetadata(configured, bounds);
  if ('problem' in metadata) return metadata.problem;
  const { introspectionEndpoint: named, methods } = metadata;
  if (named === undefined) {
    return {
      problem: `the metadata of ${configured} names no introspection_endpoint: configure introspection.url`,
      at: 'token',
    };
  }
  return insecure(named, bounds)?.problem ?? { url: named, audience: metadata.issuer, ...(methods && { methods }) };
}
