import type { RunResult } from '../run-result.ts';
import { showsLife } from './blame.ts';
import { cut } from './bounded.ts';
import type { CredentialState } from './state.ts';

/** Places whose word on the identity is remembered. */
const MAX_PLACES = 4;
const MAX_IDENTITY_BYTES = 300;

export type KnownIdentities = Pick<CredentialState, 'identities' | 'identityToldFor'>;

/**
 * Whom the credential speaks for, after one more result; the same object when nothing changed. `identityToldFor` is
 * another than before when it is news: the same place names another user, client or tenant than it used to. That is
 * told once a version of the secret, so that an API that cannot make up its mind is not forty mails.
 */
export function nextIdentities(before: KnownIdentities, result: RunResult): KnownIdentities {
  const { identity: read, identityFrom } = result.grant ?? {};
  if (read === undefined || identityFrom === undefined || !mayTell(result)) return before;
  const identity = cut(read, MAX_IDENTITY_BYTES);
  const known = before.identities?.[identityFrom];
  if (known === identity) return before;
  const others = Object.entries(before.identities ?? {}).filter(([place]) => place !== identityFrom);
  const identities = Object.fromEntries([...others.slice(1 - MAX_PLACES), [identityFrom, identity]]);
  const version = result.secretVersion ?? 'unversioned';
  if (known === undefined || before.identityToldFor === version) return { ...before, identities };
  return { identities, identityToldFor: version };
}

/** Only of a credential that is let in, or that its provider answered for. */
function mayTell(result: RunResult): boolean {
  return showsLife(result) || result.asking?.alive === true;
}
