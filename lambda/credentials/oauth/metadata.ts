import { allowInsecureRequests, customFetch, discoveryRequest } from 'oauth4webapi';
import { quoted } from '../../grants/reading.ts';
import { jsonObject } from '../../json-object.ts';
import type { Bounds, Exchange } from '../minting/exchange.ts';
import { type MintDeps, type NotMinted, noToken } from '../minting/minted.ts';
import { oauthFetch } from './oauth-fetch.ts';

/** Where tokens are asked for. */
export interface Endpoint {
  readonly url: string;
  /** Whom a client's assertion is for: the issuer, where it is known. */
  readonly audience: string;
  /** What the server takes to authenticate a client, where it says so. */
  readonly methods?: readonly string[];
}

/** What a server says of itself. @see https://www.rfc-editor.org/rfc/rfc8414#section-2 */
export interface ServerMetadata {
  readonly issuer: string;
  readonly tokenEndpoint?: string;
  readonly introspectionEndpoint?: string;
  readonly methods?: readonly string[];
}

export type ReadMetadata = (issuer: string, bounds: Bounds) => Promise<ServerMetadata | NotMinted>;

const KEPT_MS = 60 * 60_000;
const FAILURE_KEPT_MS = 15_000;

/** OpenID Connect's place first: more servers have it. */
const ALGORITHMS = ['oidc', 'oauth2'] as const;

/**
 * Asks an issuer for its metadata, in OpenID Connect's place and then in the standard's, and keeps it for an hour.
 *
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
export function serverMetadata({ request, now }: Pick<MintDeps, 'request' | 'now'>): ReadMetadata {
  const kept = new Map<string, { until: number; readonly answer: Promise<ServerMetadata | NotMinted> }>();

  const ask = async (issuer: string, bounds: Bounds): Promise<ServerMetadata | NotMinted> => {
    const problems: NotMinted[] = [];
    for (const algorithm of ALGORITHMS) {
      const { fetch, exchanged } = oauthFetch(request, bounds, { secrets: [] });
      await discoveryRequest(new URL(issuer), {
        algorithm,
        [customFetch]: fetch,
        [allowInsecureRequests]: bounds.allowPrivateNetwork,
      });
      const exchange = exchanged();
      const read = exchange === undefined ? noToken('no request was sent') : readMetadata(exchange, issuer);
      if (!('problem' in read)) return read;
      problems.push(read);
      // Who does not answer at all, or for somebody else, does not do so in another place.
      if (exchange?.observation.failure !== undefined || !isAbsent(exchange)) break;
    }
    return problems[0] ?? noToken(`${issuer} publishes no metadata`);
  };

  return async (issuer, bounds) => {
    const held = kept.get(issuer);
    if (held !== undefined && now() < held.until) return held.answer;
    const entry = { until: now() + KEPT_MS, answer: ask(issuer, bounds) };
    kept.set(issuer, entry);
    const answer = await entry.answer.catch((error: unknown) => {
      kept.delete(issuer);
      throw error;
    });
    if ('problem' in answer) entry.until = now() + FAILURE_KEPT_MS;
    return answer;
  };
}

/** There is something else in this place, or nothing. */
function isAbsent(exchange: Exchange | undefined): boolean {
  const response = exchange?.observation.response;
  return response === undefined || response.status !== 200 || jsonObject(response.body)?.issuer === undefined;
}

function readMetadata({ observation, url }: Exchange, issuer: string): ServerMetadata | NotMinted {
  const { response, failure } = observation;
  if (failure !== undefined) return noToken(`the issuer's metadata at ${url} could not be read: ${failure.message}`);
  const fields = response.status === 200 && !response.truncated ? jsonObject(response.body) : undefined;
  if (typeof fields?.issuer !== 'string') {
    return noToken(
      `${url} answered with status ${response.status} and no metadata of an issuer: correct issuer, or configure tokenUrl`,
    );
  }
  // Anybody can publish metadata that names another's endpoints, or his own as another's.
  if (URL.parse(fields.issuer)?.href !== new URL(issuer).href) {
    return noToken(
      `${url} says that its issuer is ${quoted(fields.issuer)}, and ${issuer} is configured: correct issuer`,
    );
  }
  const { token_endpoint, introspection_endpoint, token_endpoint_auth_methods_supported: methods } = fields;
  return {
    issuer: fields.issuer,
    ...(typeof token_endpoint === 'string' && { tokenEndpoint: token_endpoint }),
    ...(typeof introspection_endpoint === 'string' && { introspectionEndpoint: introspection_endpoint }),
    ...(Array.isArray(methods) && { methods: methods.filter((method) => typeof method === 'string') }),
  };
}
