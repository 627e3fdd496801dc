import type { CredentialConfig } from '../config/types.ts';

const MINTING: ReadonlySet<CredentialConfig['kind']> = new Set([
  'oauth2-client-credentials',
  'oauth2-refresh-token',
  'jwt-bearer',
  'github-app',
]);

/** Whether what travels is made of the secret: it may end before its time, and another is to be had. */
export function isMinted(credential: CredentialConfig): boolean {
  if (credential.kind === 'aws-sigv4') return credential.roleArn !== undefined;
  return MINTING.has(credential.kind);
}
