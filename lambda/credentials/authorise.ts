import type { ApiKeyCredential, BasicCredential, BearerCredential, CredentialConfig } from '../config/types.ts';
import { authoriseApiKey } from './api-key.ts';
import type { Authorisation, CredentialProblem } from './authorisation.ts';
import { authoriseBasic } from './basic.ts';
import { authoriseBearer } from './bearer.ts';

export type { Authorisation, CredentialProblem } from './authorisation.ts';

/** A credential whose secret was read, to be made usable. */
export interface ToAuthorise {
  /** Key of `Config.credentials`. */
  readonly name: string;
  readonly credential: CredentialConfig;
  /** Its secret, the configured field of it selected; absent where the credential has none. */
  readonly secret?: { readonly value: string; readonly version: string };
  /** Epoch milliseconds by which it must be done. */
  readonly deadline: number;
  /** The API refused what was minted before this, epoch milliseconds: it must be minted anew. */
  readonly refusedAt?: number;
}

/** Makes the authorisation that a credential is good for. Never rejects for what a secret or a server says. */
export type Authorise = (input: ToAuthorise) => Promise<Authorisation | CredentialProblem>;

type StaticCredential = BearerCredential | BasicCredential | ApiKeyCredential;

/** The kinds whose secret is what travels. A newline at the end of the secret is dropped. */
export function authoriseStatic(credential: StaticCredential, secretValue: string): Authorisation | CredentialProblem {
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
