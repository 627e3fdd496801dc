import type { CredentialConfig } from '../config/types.ts';
import { authoriseApiKey } from './api-key.ts';
import type { Authorisation, SecretProblem } from './authorisation.ts';
import { authoriseBasic } from './basic.ts';
import { authoriseBearer } from './bearer.ts';

export type { Authorisation, SecretProblem } from './authorisation.ts';

/** Makes the authorisation that a credential's secret is good for. A newline at the end of the secret is dropped. */
export function authorise(credential: CredentialConfig, secretValue: string): Authorisation | SecretProblem {
  const secret = secretValue.replace(/[\r\n]+$/, '');
  if (secret.trim() === '') return { problem: 'the secret is empty' };
  // A line break in a header would start another header.
  if (/[\x00-\x1f\x7f]/.test(secret) && !isJsonObject(secret)) {
    return { problem: 'the secret contains a line break or another control character: store it again without' };
  }
  // Half of a surrogate pair, as a broken JSON escape leaves it, has no form that could be sent.
  if (!secret.isWellFormed()) return { problem: 'the secret contains half a character: store it again' };
  switch (credential.kind) {
    case 'bearer':
      return authoriseBearer(credential, secret);
    case 'basic':
      return authoriseBasic(credential, secret);
    case 'api-key':
      return authoriseApiKey(credential, secret);
  }
}

function isJsonObject(secret: string): boolean {
  return secret.trimStart().startsWith('{');
}
