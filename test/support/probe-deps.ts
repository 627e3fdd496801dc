import type { SecretReader } from '../../lambda/ports.ts';
import { runParts as partsOf } from '../../lambda/run-parts.ts';

/** What runs need to make credentials usable and to send requests: the real parts on this reader and clock. */
export function runParts(reader: SecretReader, now: () => number) {
  return partsOf({ reader, now, log: () => {} });
}
