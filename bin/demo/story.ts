/**
 * What goes wrong in the demo, and when, in beats since its start; one beat is one interval of its probes. Each
 * trouble lasts long enough to be noticed, told and seen to end, and within fifteen beats all of them have been.
 */
export const STORY = {
  /** The page that calls from a browser is refused. */
  originRefused: { from: 2, to: 6 },
  /** The token of the shop ends; its operator stores a new one later. */
  shopTokenEnds: 3,
  shopTokenRenewed: 9,
  /** An administrator takes `read:org` away from the repository token, and gives it back. */
  scopeTaken: { from: 4, to: 12 },
  /** The payout provider forgets our egress address. */
  addressRefused: { from: 5, to: 11 },
  /** The edge takes the monitor for a bot. */
  edgeBlocks: { from: 6, to: 10 },
  /** The search API answers this many calls in a window of this many beats. */
  searchWindow: { calls: 5, beats: 9 },
  /** The warehouse is down. */
  warehouseDown: { from: 7, to: 10 },
} as const;

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function during({ from, to }: Span, beat: number): boolean {
  return beat >= from && beat < to;
}
