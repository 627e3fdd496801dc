import { readSecretRef } from '../../../config/secret-ref.ts';
import type { RefreshTokenCredential } from '../../../config/types.ts';
import type { Leases, SecretWriter } from '../../../ports.ts';
import { badSecret, type MintDeps, type MintOutcome, noToken } from '../../minting/minted.ts';
import type { ToMint } from '../../minting/to-mint.ts';
import { tokenEndpoint } from '../endpoint.ts';
import type { ReadMetadata } from '../metadata.ts';
import { mintedFrom } from '../token-response.ts';
import { saveNow, savePair, type Unsaved } from './save.ts';
import { spend } from './spend.ts';
import { readStoredPair, type StoredPair, withNewPair } from './stored-pair.ts';
import { afterLoss, type GivenOut, readyToken } from './stored-token.ts';
import { underLease } from './under-lease.ts';

/** What must be left of a run's time to ask for a token, and to write it after that. */
const LEAST_TIME_MS = 1_500;
const WRITING_MS = 1_000;

type Input = ToMint<RefreshTokenCredential>;

/** Where the refresh tokens of one secret stand in this process. */
interface Rotation extends GivenOut {
  /** What is being done with the secret: one thing at a time. */
  busy: Promise<unknown>;
  unsaved?: Unsaved;
}

export interface RotatingRefresh {
  readonly mint: (input: Input) => Promise<MintOutcome>;
  /** Tries again to write what could not be written; to be called at each use. */
  readonly save: (input: Input) => Promise<void>;
}

/**
 * Mints with a refresh token that each use ends. One process at a time spends it, under a lease; the new pair is
 * written back before anything else, and the others use the access token from there. A token is never spent where what
 * it gives could not be kept.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2 (a refresh token that is used twice ends all of them)
 */
export function rotatingRefresh(deps: MintDeps, readMetadata: ReadMetadata): RotatingRefresh {
  const rotations = new Map<string, Rotation>();
  const of = (secret: string): Rotation => {
    const rotation = rotations.get(secret) ?? { busy: Promise.resolve() };
    rotations.set(secret, rotation);
    return rotation;
  };
  const inTurn = <Result>(secret: string, work: (rotation: Rotation) => Promise<Result>): Promise<Result> => {
    const rotation = of(secret);
    const result = rotation.busy.then(() => work(rotation));
    rotation.busy = result.catch(() => {});
    return result;
  };
  return {
    mint: (input) =>
      inTurn(input.credential.secret, async (rotation) => {
        const outcome = await mint(input, rotation, deps, readMetadata);
        if (!('problem' in outcome) && outcome.authorisation.token !== undefined)
          rotation.given = outcome.authorisation.token;
        return outcome;
      }),
    async save({ credential: { secret } }) {
      if (of(secret).unsaved === undefined) return;
      await inTurn(secret, async (rotation) => {
        const { unsaved } = rotation;
        if (unsaved === undefined || deps.writer === undefined || deps.leases === undefined) return;
        if (await saveNow(secret, unsaved, { ...deps, writer: deps.writer, leases: deps.leases }))
          delete rotation.unsaved;
      });
    },
  };
}

async function mint(
  input: Input,
  rotation: Rotation,
  deps: MintDeps,
  readMetadata: ReadMetadata,
): Promise<MintOutcome> {
  const { credential, secret } = input;
  if (secret === undefined) return badSecret('there is no secret');
  const stored = readStoredPair(secret.value, credential);
  if ('problem' in stored) return { problem: stored };
  const ready = readyToken(stored, input, rotation, deps);
  if (ready !== undefined) return ready;
  const reason = hindrance(input, stored, deps);
  const { writer, leases } = deps;
  if (reason !== undefined || writer === undefined || leases === undefined) {
    return badSecret(`the refresh token is not used, because what it gives could not be kept: ${reason}`);
  }
  const keeping = { ...deps, writer, leases };
  return underLease(input, keeping, {
    instead: () => storedByAnother(input, rotation, deps),
    work: () => refresh(input, rotation, keeping, readMetadata),
    // What could not be written keeps the lease: whoever read the secret now would use a token that is spent.
    mustKeep: () => rotation.unsaved !== undefined,
  });
}

type KeepingDeps = MintDeps & { readonly writer: SecretWriter; readonly leases: Leases };

/** Why a token may not be spent here, if so. */
function hindrance({ credential }: Input, stored: StoredPair, { writer, leases }: MintDeps): string | undefined {
  if (writer === undefined) return 'nothing here may write the secret, which is not in a file named by --secrets';
  if (leases === undefined) return 'nothing here keeps another process from using it at the same time';
  const ref = readSecretRef(credential.secret);
  if (ref?.store === 'secrets-manager' && ref.field !== undefined) {
    return `the credential is one field of a secret (#${ref.field}): give it a secret of its own`;
  }
  return stored.whole === undefined ? 'the secret is no JSON object: store {"refresh_token", "client_id"}' : undefined;
}

/** The access token that another process has stored by now, if so. */
async function storedByAnother(input: Input, rotation: Rotation, deps: MintDeps): Promise<MintOutcome | undefined> {
  const read = await deps.secrets.readSince(input.credential.secret, Number.POSITIVE_INFINITY);
  const stored = read.value === undefined ? undefined : readStoredPair(read.value, input.credential);
  return stored === undefined || 'problem' in stored ? undefined : readyToken(stored, input, rotation, deps);
}

async function refresh(
  input: Input,
  rotation: Rotation,
  deps: KeepingDeps,
  readMetadata: ReadMetadata,
): Promise<MintOutcome> {
  const { credential, deadline } = input;
  const read = await deps.secrets.readSince(credential.secret, Number.POSITIVE_INFINITY);
  if (read.value === undefined) return badSecret(read.unreadable);
  // Somebody has stored another pair since ours could not be written: his is the newer one.
  if (rotation.unsaved !== undefined && rotation.unsaved.spentVersion !== read.version) delete rotation.unsaved;
  const value = rotation.unsaved?.value ?? read.value;
  const stored = readStoredPair(value, credential);
  if ('problem' in stored) return { problem: stored };
  const ready = readyToken(stored, input, rotation, deps);
  if (ready !== undefined) return ready;

  const bounds = { allowPrivateNetwork: credential.allowPrivateNetwork, deadline: deadline - WRITING_MS };
  const endpoint = await tokenEndpoint(credential, readMetadata, bounds);
  if ('problem' in endpoint) return endpoint;
  const reason =
    stored.whole === undefined ? 'the secret is no JSON object' : await deps.writer.check?.(credential.secret, read);
  if (reason !== undefined || stored.whole === undefined) {
    return badSecret(`the refresh token is not used, because what it gives could not be kept: ${reason}`);
  }
  if (deps.now() + LEAST_TIME_MS > deadline) {
    return noToken('too little time is left in this run to refresh the token and to store what that gives', {
      retryAt: deps.now(),
    });
  }
  const given = await spend(stored, credential, endpoint, deps, bounds);
  if ('problem' in given) return afterLoss(given, stored, input, rotation, deps);
  const minted = mintedFrom(given.response, { scheme: credential.scheme, secrets: given.secrets, now: deps.now() });
  const next = withNewPair(value, stored.whole, given.response, deps.now(), minted.usableUntil);
  const isSaved = await savePair(input, next, read.version, deps);
  if (isSaved) delete rotation.unsaved;
  else rotation.unsaved = { value: next, spentVersion: read.version, triedAt: deps.now() };
  return minted;
}
