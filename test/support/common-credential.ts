/** What every credential has after parsing, with the defaults. */
export const COMMON = { everyMs: 15 * 60_000, allowPrivateNetwork: false } as const;
