import type { ReadSecret, SecretReader } from '../../lambda/ports.ts';
import type { Observation, ObservedResponse } from '../../lambda/request/observation.ts';
import type { RequestInput, request } from '../../lambda/request/request.ts';
import { HOUR, isAlive, isIn, type Life, storedAt, type Token } from './life.ts';
import { randomOf } from './random.ts';

const SCOPES = ['repo', 'gist', 'workflow'];

/** Where tokens are minted. */
export const TOKEN_URL = 'https://id.example.com/token';

/** What the monitor sees of a life: a secret store, and an API behind a network that loses answers. */
export function worldOf(life: Life, now: () => number): { secrets: SecretReader; request: typeof request } {
  const random = randomOf(life.seed ^ 0x5eed);
  const odd = new Set<number>();

  const answer = (at: number, url: string, sent: string): ObservedResponse | undefined => {
    if (random.next() * 100 < life.lostPercent) return undefined;
    const outage = life.outages.find((window) => isIn(at, window));
    if (outage) return (outage.from / 1_000) % 2 === 0 ? respond(503, {}, 'upstream unavailable') : undefined;
    const oddMoment = life.oddAt.find((moment) => at >= moment && !odd.has(moment));
    if (oddMoment !== undefined) {
      odd.add(oddMoment);
      if (at - oddMoment < 6 * 60 * 60_000) return respond(401, {}, '{"message":"Bad credentials"}');
    }
    const date = new Date(at + life.skewMs).toUTCString();
    if (url === TOKEN_URL) return minted(life, sent, at, date);
    const token = tokenSent(life, sent, at);
    if (token === undefined || !isAlive(token, at)) return respond(401, { date }, refusal(life, token, at));
    const body = url.endsWith('/self') ? selfOf(token, at) : { login: 'ci-bot' };
    return respond(200, { date, ...headersOf(life, token, at) }, JSON.stringify(body));
  };

  return {
    secrets: {
      read: async () => readable(life, storedAt(life, now()).current),
      previous: async () => {
        const { previous } = storedAt(life, now());
        return previous && readable(life, previous);
      },
    },
    request: async (input) => observed(input, now(), answer(now(), input.probe.url, sentBy(input))),
  };
}

/** A token as it is stored: the claims of one that speaks for itself are in it. */
export function tokenText({ style }: Life, { value, storedAt: from, expiresAt }: Token): string {
  if (style !== 'claimed') return value;
  const claims = { jti: value, sub: 'ci-bot', iat: from / 1_000, ...(expiresAt && { exp: expiresAt / 1_000 }) };
  const parts = [{ alg: 'RS256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${parts.join('.')}.c2lnbmF0dXJl`;
}

function readable(life: Life, token: Token): ReadSecret {
  return { value: tokenText(life, token), version: `version of ${token.storedAt}` };
}

/** What a request carries: a token, or a client's secret in its body. */
function sentBy({ probe, authorisation }: RequestInput): string {
  const secret = new URLSearchParams(probe.body).get('client_secret');
  return secret ?? authorisation?.headers.authorization?.replace('Bearer ', '') ?? '';
}

/** The token that was sent, or the client's secret that it was minted with within the last hour. */
function tokenSent(life: Life, sent: string, at: number): Token | undefined {
  if (life.style !== 'minted') return life.tokens.find((one) => sent === tokenText(life, one));
  const [value, mintedAt] = sent.split('@');
  return at - Number(mintedAt) < HOUR ? life.tokens.find((one) => one.value === value) : undefined;
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5 */
function minted({ tokens }: Life, secret: string, at: number, date: string): ObservedResponse {
  const token = tokens.find(({ value }) => value === secret);
  if (token === undefined || !isAlive(token, at)) return respond(401, { date }, '{"error":"invalid_client"}');
  const body = { access_token: `${token.value}@${at}`, token_type: 'Bearer', expires_in: HOUR / 1_000 };
  return respond(200, { date }, JSON.stringify(body));
}

/** @see https://docs.gitlab.com/api/personal_access_tokens/#self-inform */
function selfOf({ storedAt: from, expiresAt, scopesLost }: Token, at: number) {
  return {
    id: 1,
    user_id: 7,
    active: true,
    revoked: false,
    created_at: new Date(from).toISOString(),
    scopes: scopesLost && isIn(at, scopesLost) ? SCOPES.slice(0, 1) : SCOPES,
    expires_at: expiresAt ? new Date(expiresAt).toISOString() : null,
  };
}

function refusal({ isTerse }: Life, token: Token | undefined, at: number): string {
  if (isTerse || token === undefined || token.isWrong) return '{"message":"Bad credentials"}';
  const isExpired = token.expiresAt !== undefined && token.expiresAt <= at;
  return JSON.stringify({
    error: 'invalid_token',
    error_description: isExpired ? 'The access token expired' : 'The access token was revoked',
  });
}

function headersOf({ style }: Life, { expiresAt, scopesLost }: Token, at: number): Record<string, string> {
  if (style !== 'reported') return {};
  const scopes = scopesLost && isIn(at, scopesLost) ? SCOPES.slice(0, 1) : SCOPES;
  const end = expiresAt && new Date(expiresAt).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
  return {
    'x-oauth-scopes': scopes.join(', '),
    ...(end && { 'github-authentication-token-expiration': end }),
  };
}

function respond(status: number, headers: Record<string, string>, body: string): ObservedResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body, truncated: false };
}

function observed({ probe }: RequestInput, at: number, response: ObservedResponse | undefined): Observation {
  const exchange = {
    request: { method: probe.method, url: probe.url, headers: { authorization: '<redacted>' }, credentialSent: true },
    startedAt: at,
    phases: { totalMs: 40 },
    redirects: [],
  };
  return response
    ? { ...exchange, response }
    : { ...exchange, failure: { kind: 'timeout', phase: 'first-byte', message: 'no answer within 10 s' } };
}
