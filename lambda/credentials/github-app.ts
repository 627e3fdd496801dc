import { isRecord } from '../config/plain.ts';
import type { GithubAppCredential } from '../config/types.ts';
import { type GrantReading, plausibleTime, quoted, type Stated, scopesIn } from '../grants/reading.ts';
import { readPrivateKey, type SigningKey } from './keys/private-key.ts';
import { signJwt } from './keys/sign-jwt.ts';
import { readAnswer } from './minting/answer.ts';
import { exchange } from './minting/exchange.ts';
import { keptMs } from './minting/lifetime.ts';
import { badSecret, type MintDeps, type Minted, type MintOutcome, type NotMinted, noToken } from './minting/minted.ts';
import { withServerClock } from './minting/server-clock.ts';
import type { ToMint } from './minting/to-mint.ts';
import { insecure } from './oauth/token-request.ts';

const HOME = 'https://api.github.com';

/** What GitHub recommends for clocks that differ, and less than the ten minutes that it takes. */
const BACKDATE_SECONDS = 60;
const JWT_LIFE_SECONDS = 9 * 60;

/**
 * A token of an app's installation, for a JWT that the app's key signs.
 *
 * @see https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 * @see https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
export async function mintForInstallation(
  { credential, secret, deadline }: ToMint<GithubAppCredential>,
  deps: MintDeps,
): Promise<MintOutcome> {
  if (secret === undefined) return badSecret('there is no secret');
  const key = readPrivateKey(secret.value);
  if ('problem' in key) return { problem: key };
  if (!key.alg.startsWith('RS'))
    return badSecret("the private key is not an RSA key, as an app's is: store the one that GitHub gave");
  const bounds = { allowPrivateNetwork: credential.allowPrivateNetwork, deadline };
  const base = credential.apiUrl ?? HOME;
  const bad = insecure(base, bounds);
  if (bad !== undefined) return bad;
  const url = `${base}/app/installations/${encodeURIComponent(credential.installationId)}/access_tokens`;
  return withServerClock(deps.now, (clock) => askForToken(url, key, clock));

  async function askForToken(url: string, key: SigningKey, clock: number): Promise<Minted | NotMinted> {
    const jwt = await signJwt(
      { ...key, alg: 'RS256' },
      { claims: { iss: credential.appId }, clock, lifeSeconds: JWT_LIFE_SECONDS, backdateSeconds: BACKDATE_SECONDS },
    );
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
    const authorisation = { headers: { authorization: `Bearer ${jwt}` }, query: {}, secrets: [jwt] };
    const sent = { url, method: 'POST' as const, headers, authorisation, secrets: key.secrets };
    const exchanged = await exchange(deps.request, sent, bounds);
    const answer = readAnswer(exchanged, {
      now: deps.now(),
      provider: credential.provider ?? 'github',
      who: "the app's token endpoint",
      means: 'see whether the app still has this key, and this installation',
      signed: true,
    });
    if ('problem' in answer) return answer;
    return readInstallationToken(answer.json, exchanged.secrets, deps.now(), exchanged.url);
  }
}

function readInstallationToken(
  { token, expires_at: ends, permissions }: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
  now: number,
  url: string,
): Minted | NotMinted {
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,65536}$/.test(token)) {
    return noToken(`${url} answered without a token that a header can carry: see whether apiUrl is GitHub's API`);
  }
  const end = typeof ends === 'string' ? plausibleTime(Date.parse(ends) / 1_000) : undefined;
  const lifeSeconds = end === undefined ? undefined : end - Math.floor(now / 1_000);
  const scopes = permissionsAsScopes(permissions);
  const grant: GrantReading = {
    source: 'minted',
    ...(end !== undefined && {
      expiresAt: { value: end, evidence: { where: 'installation token expires_at', what: quoted(String(ends)) } },
    }),
    ...(scopes && { scopes }),
  };
  return {
    authorisation: {
      headers: { authorization: `Bearer ${token}` },
      query: {},
      secrets: [token, ...secrets],
      token,
      grant,
    },
    mintedAt: now,
    usableUntil: now + keptMs(lifeSeconds !== undefined && lifeSeconds > 0 ? lifeSeconds : undefined),
  };
}

/** `{"contents": "read"}` is `contents:read`. */
function permissionsAsScopes(permissions: unknown): Stated<readonly string[]> | undefined {
  if (!isRecord(permissions)) return undefined;
  const value = scopesIn(Object.entries(permissions).map(([name, level]) => `${name}:${level}`));
  if (value === undefined) return undefined;
  return { value, evidence: { where: 'installation token permissions', what: quoted(value.join(' ')) } };
}
