import type { request } from '../../request/request.ts';
import type { Authorisation } from '../authorisation.ts';
import { type Bounds, type Exchange, exchange } from '../minting/exchange.ts';

/** What oauth4webapi asks its `fetch` for. */
interface FetchOptions {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | undefined;
}

/** Parameters of a token request whose values must be redacted. */
const SECRET_PARAMETERS = ['client_secret', 'client_assertion', 'assertion', 'refresh_token', 'token'];

/**
 * A `fetch` for oauth4webapi that goes through our own HTTP client, with its bounds and its rules about addresses.
 * What came back is taken from `exchanged`; the response that the library gets says nothing.
 */
export function oauthFetch(
  send: typeof request,
  bounds: Bounds,
  known: { readonly secrets: readonly string[]; readonly authorisation?: Authorisation },
) {
  let exchanged: Exchange | undefined;
  return {
    exchanged: () => exchanged,
    async fetch(url: string, { method, headers, body }: FetchOptions): Promise<Response> {
      // The library would present itself; a server's operator knows us by our own name.
      const { 'user-agent': _library, authorization, ...others } = headers;
      const travelling = SECRET_PARAMETERS.flatMap((name) => body?.get(name) ?? []);
      const proof = authorization === undefined ? [] : [authorization, authorization.replace(/^\w+ /, '')];
      const given = known.authorisation;
      exchanged = await exchange(
        send,
        {
          url,
          method,
          headers: others,
          ...(body && { body: body.toString() }),
          authorisation: {
            query: {},
            ...given,
            headers: { ...(authorization !== undefined && { authorization }), ...given?.headers },
            secrets: given?.secrets ?? [],
          },
          secrets: [...known.secrets, ...travelling, ...proof],
        },
        bounds,
      );
      return new Response(null);
    },
  };
}
