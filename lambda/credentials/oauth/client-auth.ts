import { type ClientAuth, ClientSecretPost, None } from 'oauth4webapi';
import type { ClientAuthMethod } from '../../config/types.ts';
import { signJwt } from '../keys/sign-jwt.ts';
import type { OAuthClient } from './client.ts';
import type { Endpoint } from './metadata.ts';

/**
 * How a client says who it is, for one request.
 *
 * @param clock what the server is believed to take for now, epoch milliseconds
 */
export function clientAuth(client: OAuthClient, endpoint: Endpoint, clock: number): ClientAuth {
  const { clientId, clientSecret, key } = client;
  switch (methodOf(client, endpoint)) {
    case 'private_key_jwt':
      return key === undefined ? None() : privateKeyJwt(clientId, key, endpoint.audience, clock);
    case 'client_secret_post':
      return clientSecret === undefined ? None() : ClientSecretPost(clientSecret);
    default:
      return clientSecret === undefined ? None() : clientSecretBasic(clientId, clientSecret);
  }
}

/** What is configured, else what the server takes, else the standard's own choice. */
function methodOf({ method, clientSecret, key }: OAuthClient, { methods }: Endpoint): ClientAuthMethod {
  if (method !== undefined) return method;
  if (clientSecret === undefined && key !== undefined) return 'private_key_jwt';
  const takesPostAlone = methods?.includes('client_secret_post') && !methods.includes('client_secret_basic');
  return takesPostAlone ? 'client_secret_post' : 'client_secret_basic';
}

/**
 * Id and secret as the form encoding writes them. It leaves `-`, `.` and `_` as they are, which a server that decodes
 * reads as well, and one that forgets to decode reads only so.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 * @see https://url.spec.whatwg.org/#concept-urlencoded-serializer
 */
function clientSecretBasic(clientId: string, clientSecret: string): ClientAuth {
  return (_server, _client, _body, headers) => {
    const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  };
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** @see https://www.rfc-editor.org/rfc/rfc7523#section-2.2 */
function privateKeyJwt(
  clientId: string,
  key: NonNullable<OAuthClient['key']>,
  audience: string,
  clock: number,
): ClientAuth {
  return async (_server, _client, body) => {
    body.set('client_id', clientId);
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    body.set(
      'client_assertion',
      await signJwt(key, { claims: { iss: clientId, sub: clientId, aud: audience }, clock }),
    );
  };
}
