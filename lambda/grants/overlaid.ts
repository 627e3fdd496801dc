import type { ExpirySource, Grant } from './grant.ts';

/**
 * What an end says of the stored credential: the word of the provider or of the token itself most, that of the
 * configuration less. A token that was minted renews itself, so its end says nothing of the secret behind it.
 */
const STRENGTH: Readonly<Record<ExpirySource, number>> = {
  reported: 2,
  claimed: 2,
  remembered: 2,
  declared: 1,
  minted: 0,
};

/** What is known of a credential, overlaid with a newer reading of it. A weaker word takes the place of no stronger end. */
export function overlaid<Known extends Partial<Grant>>(known: Known | undefined, reading: Partial<Grant> = {}) {
  const { expiresAt, expirySource, issuedAt, ...others } = reading;
  const isWeaker =
    known?.expiresAt !== undefined &&
    expirySource !== undefined &&
    STRENGTH[expirySource] < STRENGTH[known.expirySource ?? 'reported'];
  return { ...known, ...(isWeaker ? others : reading) };
}
