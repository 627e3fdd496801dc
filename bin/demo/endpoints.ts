import type { IncomingMessage } from 'node:http';
import type { DemoSecrets } from './secrets.ts';
import { during, STORY } from './story.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly html?: string;
}

export type Endpoint = (call: Call) => Reply;

/** What an endpoint sees of a call. */
export interface Call {
  readonly request: IncomingMessage;
  readonly beat: number;
  readonly beatMs: number;
  /** When the demo began, epoch milliseconds. */
  readonly startedAt: number;
  readonly secrets: DemoSecrets;
}

export const statusPage: Endpoint = () => ({ status: 200, json: { status: 'ok' } });

/** OAuth tokens that end on the clock. @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
export const shop: Endpoint = ({ request, beat, secrets }) => {
  const given = request.headers.authorization?.match(/^Bearer (\S+)$/)?.[1];
  const { first, renewed } = secrets.shopTokens;
  if (given === undefined) return { status: 401, headers: { 'www-authenticate': 'Bearer realm="shop"' }, json: {} };
  if (given === renewed || (given === first && beat < STORY.shopTokenEnds)) {
    return { status: 200, json: { items: [{ id: 1 }, { id: 2 }] } };
  }
  const description = given === first ? 'The access token expired' : 'The access token is unknown';
  return {
    status: 401,
    headers: { 'www-authenticate': `Bearer realm="shop", error="invalid_token", error_description="${description}"` },
    json: { error: 'invalid_token', error_description: description },
  };
};

const SIX_DAYS_MS = 6 * 24 * 60 * 60 * 1000;

/**
 * GitHub's way: the token's scopes, those that the call accepts and the token's last day, in headers.
 *
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
export const orgMembers: Endpoint = ({ request, beat, secrets, startedAt }) => {
  if (request.headers.authorization !== `Bearer ${secrets.repositoryToken}`) {
    return { status: 401, json: { message: 'Bad credentials' } };
  }
  const taken = during(STORY.scopeTaken, beat);
  const expiry = new Date(startedAt + SIX_DAYS_MS).toISOString().slice(0, 19).replace('T', ' ');
  const headers = {
    'x-oauth-scopes': taken ? 'repo' : 'repo, read:org',
    'x-accepted-oauth-scopes': 'admin:org, read:org, write:org',
    'github-authentication-token-expiration': `${expiry} UTC`,
  };
  if (!taken) return { status: 200, headers, json: [{ login: 'octocat' }] };
  return {
    status: 403,
    headers,
    json: { message: 'Must have the read:org scope to list members of this organization.' },
  };
};

export const payouts: Endpoint = ({ request, beat, secrets }) => {
  if (request.headers['x-api-key'] !== secrets.payoutKey) {
    return { status: 401, json: { error: { code: 'invalid_api_key', message: 'No such API key' } } };
  }
  if (!during(STORY.addressRefused, beat)) return { status: 200, json: { payouts: [] } };
  const address = request.socket.remoteAddress;
  return {
    status: 403,
    json: { error: { code: 'ip_not_allowed', message: `IP address ${address} is not on the allow list of this key` } },
  };
};

/** A fixed window: so many calls, then 429 until the next one begins. */
export function search(): Endpoint {
  let window = 0;
  let calls = 0;
  return ({ beat, beatMs }: Call) => {
    const current = Math.floor(beat / STORY.searchWindow.beats);
    if (current !== window) [window, calls] = [current, 0];
    calls += 1;
    // The story is told once: later windows are wide enough for everybody.
    if (window > 0 || calls <= STORY.searchWindow.calls) return { status: 200, json: { hits: [] } };
    const seconds = Math.ceil((((current + 1) * STORY.searchWindow.beats - beat) * beatMs) / 1000);
    return {
      status: 429,
      headers: {
        'retry-after': String(seconds),
        'x-ratelimit-limit': String(STORY.searchWindow.calls),
        'x-ratelimit-remaining': '0',
      },
      json: { message: 'API rate limit exceeded' },
    };
  };
}

/** An API for browsers that checks where the page came from. */
export const widget: Endpoint = ({ request, beat }) => {
  const origin = request.headers.origin ?? '';
  if (!during(STORY.originRefused, beat)) {
    return { status: 200, headers: { 'access-control-allow-origin': origin }, json: { html: '<b>Boots</b>' } };
  }
  return {
    status: 403,
    headers: { vary: 'Origin' },
    json: { error: 'cors_error', message: `CORS: the Origin ${origin} is not allowed` },
  };
};

/** The block page of an edge in the shape of Cloudflare's, which answers before the API sees the call. */
export const catalogue: Endpoint = ({ beat, beatMs }) => {
  if (!during(STORY.edgeBlocks, beat)) return { status: 200, json: { products: [] } };
  const ray = `${Math.floor(beat * beatMs)
    .toString(16)
    .padStart(16, '8')}-FRA`;
  return {
    status: 403,
    headers: { server: 'cloudflare', 'cf-ray': ray, 'cache-control': 'private, no-store' },
    html: `<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body>
<h1>Sorry, you have been blocked</h1><h2>You are unable to access shop.example.com</h2>
<p>This website is using a security service to protect itself from online attacks.</p>
<p>Cloudflare Ray ID: <strong>${ray}</strong></p></body></html>`,
  };
};

export const warehouse: Endpoint = ({ beat }) =>
  during(STORY.warehouseDown, beat)
    ? { status: 503, json: { message: 'upstream connect error' } }
    : { status: 200, json: { stock: 12 } };
