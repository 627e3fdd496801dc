import type { Grant } from '../grants/grant.ts';
import type { CredentialState } from './state.ts';

/** Scopes that are kept of one place; a longer list is compared with what is configured alone. */
const MAX_BASELINE_SCOPES = 100;
/** The same in bytes of JSON: all of a credential is to fit into one item of the table beside what its probes say. */
const MAX_BASELINE_BYTES = 8_000;
/** Places whose lists are kept. */
const MAX_PLACES = 4;

export type Baselines = Pick<CredentialState, 'baselines' | 'gained'>;

/**
 * The scopes that a credential has had so far, by where they were read, after one more reading; the same object when
 * there is nothing new. Two places may list different things, so neither is measured by the other.
 *
 * A list only grows: a scope that is lost stays in it, so that the loss is seen by every later reading too, and a
 * scope that is gained later is noted beside it.
 */
export function nextBaselines(before: Baselines, grant: Grant | undefined): Baselines {
  const { scopes, scopesFrom } = grant ?? {};
  if (scopes === undefined || scopesFrom === undefined || isTooLong(scopes)) return before;
  const known = before.baselines?.[scopesFrom];
  const had = new Set(known);
  const gained = scopes.filter((scope) => !had.has(scope));
  if (known !== undefined && (gained.length === 0 || isTooLong([...known, ...gained]))) return before;
  const others = Object.entries(before.baselines ?? {}).filter(([place]) => place !== scopesFrom);
  const baselines = Object.fromEntries([...others.slice(1 - MAX_PLACES), [scopesFrom, [...(known ?? []), ...gained]]]);
  if (known === undefined) return { ...before, baselines };
  const allGained = [...new Set([...(before.gained ?? []), ...gained])];
  return { baselines, gained: isTooLong(allGained) ? gained : allGained };
}

function isTooLong(scopes: readonly string[]): boolean {
  return scopes.length > MAX_BASELINE_SCOPES || Buffer.byteLength(JSON.stringify(scopes)) > MAX_BASELINE_BYTES;
}
