/** What the command's end means to a script. */
export const EXIT = {
  well: 0,
  /** Something is refused or failing. */
  refused: 1,
  /** The configuration or the call is wrong. */
  usage: 2,
  /** Scopewatch itself failed. */
  fault: 3,
} as const;
