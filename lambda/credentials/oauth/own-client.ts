import type { CredentialConfig } from '../../config/types.ts';
import type { CredentialProblem } from '../authorisation.ts';
import { readAssertionSecret } from './assertion-secret.ts';
import { type OAuthClient, readClient } from './client.ts';
import { readStoredPair } from './refresh/stored-pair.ts';

/** The client that mints a credential's tokens, where it is one that a server can authenticate. */
export function ownClient(
  credential: CredentialConfig,
  secretValue: string | undefined,
): OAuthClient | CredentialProblem | undefined {
  if (secretValue === undefined) return undefined;
  switch (credential.kind) {
    case 'oauth2-client-credentials':
      return readClient(secretValue, credential);
    case 'oauth2-refresh-token': {
      const pair = readStoredPair(secretValue, credential);
      return 'problem' in pair ? pair : pair.client;
    }
    case 'jwt-bearer': {
      const stored = readAssertionSecret(secretValue, credential);
      if ('problem' in stored) return stored;
      const { clientId, clientSecret, key } = stored;
      if (clientId === undefined) return undefined;
      const secrets = [...key.secrets, ...(clientSecret === undefined ? [] : [clientSecret])];
      const method = credential.clientAuth ?? (clientSecret === undefined ? 'private_key_jwt' : undefined);
      return { clientId, key, secrets, ...(clientSecret !== undefined && { clientSecret }), ...(method && { method }) };
    }
    default:
      return undefined;
  }
}
