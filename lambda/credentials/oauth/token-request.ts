import { allowInsecureRequests, type ClientAuth, customFetch, genericTokenEndpointRequest } from 'oauth4webapi';
import type { request } from '../../request/request.ts';
import { readAnswer } from '../minting/answer.ts';
import type { Bounds, Exchange } from '../minting/exchange.ts';
import { type MintDeps, type NotMinted, noToken } from '../minting/minted.ts';
import type { Endpoint } from './metadata.ts';
import { oauthFetch } from './oauth-fetch.ts';
import { readTokenResponse, type TokenResponse } from './token-response.ts';

export interface TokenRequest {
  readonly grantType: string;
  readonly parameters: readonly (readonly [string, string])[];
  readonly clientId: string;
  readonly auth: ClientAuth;
  /** What must be redacted beside the parameters that travel. */
  readonly secrets: readonly string[];
  /** It carries an assertion. */
  readonly signed: boolean;
  readonly provider?: string | undefined;
  /** What a refusal means, a sentence's end for people. */
  readonly means?: string;
}

/** A token response, and all that was secret in asking for it. */
export interface Given {
  readonly response: TokenResponse;
  readonly secrets: readonly string[];
}

/** Asks a token endpoint once. */
export async function askForToken(
  { request, now }: Pick<MintDeps, 'request' | 'now'>,
  endpoint: Endpoint,
  tokenRequest: TokenRequest,
  bounds: Bounds,
): Promise<Given | NotMinted> {
  const exchange = await requestToken(request, endpoint, tokenRequest, bounds);
  const { provider, signed, means } = tokenRequest;
  const context = { now: now(), provider, signed, who: 'the token endpoint', ...(means !== undefined && { means }) };
  const answer = readAnswer(exchange, context);
  if ('problem' in answer) return answer;
  const response = readTokenResponse(answer.json, exchange.url, now());
  return 'problem' in response ? response : { response, secrets: exchange.secrets };
}

async function requestToken(
  send: typeof request,
  { url, audience }: Endpoint,
  { grantType, parameters, clientId, auth, secrets }: TokenRequest,
  bounds: Bounds,
): Promise<Exchange> {
  const { fetch, exchanged } = oauthFetch(send, bounds, { secrets });
  await genericTokenEndpointRequest(
    { issuer: audience, token_endpoint: url },
    { client_id: clientId },
    auth,
    grantType,
    parameters.map(([name, value]) => [name, value]),
    { [customFetch]: fetch, [allowInsecureRequests]: bounds.allowPrivateNetwork },
  );
  const exchange = exchanged();
  if (exchange === undefined) throw new Error('oauth4webapi sent no request');
  return exchange;
}

/** Why a URL gets no secret, if so. */
export function insecure(url: string, { allowPrivateNetwork }: Bounds): NotMinted | undefined {
  if (!URL.canParse(url)) return noToken('the endpoint is no URL: correct it, or issuer');
  const { protocol, host } = new URL(url);
  if (protocol === 'https:' || (protocol === 'http:' && allowPrivateNetwork)) return undefined;
  return noToken(`${host} is to be asked over ${protocol.slice(0, -1)}, where no secret is sent: use https`);
}
