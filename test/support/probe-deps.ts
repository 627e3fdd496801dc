import { authoriser } from '../../lambda/credentials/authoriser.ts';
import { secretCache } from '../../lambda/credentials/secret-cache.ts';
import type { SecretReader } from '../../lambda/ports.ts';
import { request } from '../../lambda/request/request.ts';

/** What runs need to make credentials usable and to send requests: the real parts on this reader and clock. */
export function runParts(reader: SecretReader, now: () => number) {
  const secrets = secretCache(reader, now);
  return { secrets, authorise: authoriser({ now, secrets, request, log: () => {} }), request, now };
}
