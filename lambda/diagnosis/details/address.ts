import type { Details } from '../diagnosis.ts';
import { normaliseKey } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';

const ADDRESS =
  /\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}\b|\b(?:[\da-f]{1,4}:){1,6}:(?:[\da-f]{1,4}:){0,5}[\da-f]{1,4}\b/i;
const KEYS = new Set('ip ipaddress clientip remoteip sourceip callerip requestip yourip remoteaddr ipaddr'.split(' '));

/** The caller's address as the server saw it: under a name that says so, or in a sentence that speaks of the caller's. */
export function addressIn({ leaves, messages }: Reading): Pick<Details, 'address'> {
  const named = leaves.find(({ key, value }) => KEYS.has(normaliseKey(key)) && ADDRESS.test(String(value)));
  const text =
    named === undefined
      ? messages.find(
          ({ plain }) =>
            /\bips?\b|address|client|country|location|from|exceeded for/.test(plain) && ADDRESS.test(plain),
        )?.text
      : String(named.value);
  const address = text === undefined ? undefined : ADDRESS.exec(text)?.[0];
  return address === undefined ? {} : { address };
}
