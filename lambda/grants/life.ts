/** What a provider says of a credential's life: `ended` where it does not tell an expired one from a revoked one. */
export const LIVES = ['alive', 'expired', 'revoked', 'ended'] as const;
export type Life = (typeof LIVES)[number];
