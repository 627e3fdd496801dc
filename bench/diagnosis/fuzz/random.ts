/** A source of chance that gives the same again for the same seed. */
export interface Random {
  /** From 0 to below 1. */
  readonly fraction: () => number;
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** True so often. */
  readonly chance: (probability: number) => boolean;
  /** So many characters of these. */
  readonly text: (length: number, characters: string) => string;
}

/**
 * Mulberry32: 32 bits of state, good enough to mutate with.
 *
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seeded(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(fraction() * end);
  return {
    fraction,
    below,
    pick: <Item>(items: readonly Item[]) => {
      const item = items[below(items.length)];
      if (item === undefined && items.length === 0) throw new RangeError('there is nothing to pick from');
      return item as Item;
    },
    chance: (probability) => fraction() < probability,
    text: (length, characters) => Array.from({ length }, () => characters[below(characters.length)]).join(''),
  };
}
