import type { RefreshTokenCredential } from '../../../config/types.ts';
import { badSecret, type MintDeps, type MintOutcome } from '../../minting/minted.ts';
import type { ToMint } from '../../minting/to-mint.ts';
import { tokenEndpoint } from '../endpoint.ts';
import type { ReadMetadata } from '../metadata.ts';
import { mintedFrom } from '../token-response.ts';
import { spend } from './spend.ts';
import { readStoredPair } from './stored-pair.ts';

/**
 * Mints with a refresh token that stays. Should the server give another one all the same, it is used from then on in
 * this process, and the log says that it will be lost.
 */
export function lastingRefresh(
  deps: MintDeps,
  readMetadata: ReadMetadata,
): (input: ToMint<RefreshTokenCredential>) => Promise<MintOutcome> {
  /** By credential: what a stored refresh token was exchanged for. */
  const successors = new Map<string, { readonly version: string; readonly refreshToken: string }>();

  return async ({ name, credential, secret, deadline }) => {
    if (secret === undefined) return badSecret('there is no secret');
    const stored = readStoredPair(secret.value, credential);
    if ('problem' in stored) return { problem: stored };
    const bounds = { allowPrivateNetwork: credential.allowPrivateNetwork, deadline };
    const endpoint = await tokenEndpoint(credential, readMetadata, bounds);
    if ('problem' in endpoint) return endpoint;
    const successor = successors.get(name);
    const isOurs = successor?.version === secret.version;
    const pair = isOurs ? { ...stored, refreshToken: successor.refreshToken } : stored;
    const given = await spend(pair, credential, endpoint, deps, bounds);
    if ('problem' in given) {
      if (given.problem.refusal !== undefined) successors.delete(name);
      return given;
    }
    const { response, secrets } = given;
    const another = response.refreshToken;
    if (another !== undefined && another !== pair.refreshToken) {
      successors.set(name, { version: secret.version, refreshToken: another });
      if (!isOurs) deps.log('warn', KEPT_IN_MEMORY, { credential: name });
    }
    return mintedFrom(response, { scheme: credential.scheme, secrets, now: deps.now() });
  };
}

const KEPT_IN_MEMORY =
  'the server gave another refresh token, which is kept in memory only: if it ends the stored one, set rotates: true';
