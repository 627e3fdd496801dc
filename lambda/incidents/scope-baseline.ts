import type { Grant } from '../grants/grant.ts';
import type { CredentialState } from './state.ts';

/** Bytes of JSON that are kept of one place; of a longer list a loss is noticed only where scopes are configured. */
const MAX_BASELINE_BYTES = 4_000;
/** Places whose lists are kept. */
const MAX_PLACES = 2;
/** Gained scopes that are noted. */
const MAX_GAINED = 20;

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
  if (scopes === undefined || scopesFrom === undefined) return before;
  const known = before.baselines?.[scopesFrom];
  const had = new Set(known);
  const gained = scopes.filter((scope) => !had.has(scope));
  if (known !== undefined && gained.length === 0) return before;
  const list = [...(known ?? []), ...gained];
  if (Buffer.byteLength(JSON.stringify(list)) > MAX_BASELINE_BYTES) return before;
  const others = Object.entries(before.baselines ?? {}).filter(([place]) => place !== scopesFrom);
  const baselines = Object.fromEntries([...others.slice(1 - MAX_PLACES), [scopesFrom, list]]);
  if (known === undefined) return { ...before, baselines };
  return { baselines, gained: [...new Set([...(before.gained ?? []), ...gained])].slice(-MAX_GAINED) };
}
