import type { Details } from '../diagnosis.ts';
import { normaliseKey } from '../reading/terms.ts';
import { timeIn } from '../reading/times.ts';
import type { Reading } from '../reading.ts';

const KEYS = new Set(
  'expires expiresat expiredat expiry expiration expirationtime expirationdate expirydate exp tokenexpiry'.split(' '),
);
const AROUND_EXPIRY = /(?:\bexpired?\b|\bexpiry\b|\bexpires?\b|\bexpiration\b)(.{0,80})/is;

/** When the credential ended, if the answer says so. */
export function expiryIn({ messages, leaves }: Reading): Pick<Details, 'expiredAt'> {
  for (const { text } of messages) {
    const after = AROUND_EXPIRY.exec(text)?.[1];
    const time = after === undefined ? undefined : timeIn(after);
    if (time !== undefined) return { expiredAt: time };
  }
  for (const { key, value } of leaves) {
    const time = KEYS.has(normaliseKey(key)) ? timeIn(String(value)) : undefined;
    if (time !== undefined) return { expiredAt: time };
  }
  return {};
}
