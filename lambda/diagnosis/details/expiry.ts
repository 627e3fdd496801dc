import type { Details } from '../diagnosis.ts';
import { normaliseKey } from '../reading/terms.ts';
import { dateIn, timeIn } from '../reading/times.ts';
import type { Reading } from '../reading.ts';

const KEYS = new Set(
  'expires expiresat expiredat expiry expiration expirationtime expirationdate expirydate exp tokenexpiry expireson expiretime expiresontime expireat validuntil validto notafter'.split(
    ' ',
  ),
);
/** A claim that is quoted counts before any other time in the sentence. */
const CLAIM = /\bexp\b\W{0,4}(?:numericdate\{)?(\d{10}|\d{13})\b/i;
const AROUND_EXPIRY = /(?:\bexpired?\b|\bexpiry\b|\bexpires?\b|\bexpiration\b)(.{0,80})/is;

/** What follows tells of its beginning. */
const ISSUED = /\bissued (?:on|at)\b.{0,80}/is;

/** When the credential ended, if the answer says so. */
export function expiryIn({ messages, leaves }: Reading): Pick<Details, 'expiredAt'> {
  for (const { text } of messages) {
    const after = CLAIM.exec(text)?.[1] ?? AROUND_EXPIRY.exec(text)?.[1]?.replace(ISSUED, '');
    const time = after === undefined ? undefined : timeIn(after);
    if (time !== undefined) return { expiredAt: time };
  }
  for (const { key, value } of leaves) {
    const time = KEYS.has(normaliseKey(key)) ? (dateIn(String(value)) ?? timeIn(String(value))) : undefined;
    if (time !== undefined) return { expiredAt: time };
  }
  return {};
}
