import type { CredentialConfig, RefreshTokenCredential } from './types.ts';

/** Whether using the credential makes another secret, which is then stored in the place of the one before. */
export function rotates(credential: CredentialConfig): credential is RefreshTokenCredential {
  return credential.kind === 'oauth2-refresh-token' && credential.rotates;
}
