import { DEFAULT_CHECK_EVERY_MS, DEFAULT_SCHEME } from '../bounds.ts';
import type { ValidCredential } from '../credential-schema.ts';
import { parseDuration } from '../duration.ts';
import { parseInstant } from '../instant.ts';
import type { CredentialConfig } from '../types.ts';

/** Fills in every default of a valid credential, and turns what a person writes into what the code reads. */
export function normaliseCredential(valid: ValidCredential, allowPrivateNetworkForAll: boolean): CredentialConfig {
  const { every, expiresAt, apiUrl, ...rest } = valid;
  const expiry = parseInstant(expiresAt);
  const common = {
    everyMs: parseDuration(every) ?? DEFAULT_CHECK_EVERY_MS,
    ...(expiry !== undefined && { expiresAt: expiry }),
    ...(apiUrl !== undefined && { apiUrl: apiUrl.replace(/\/+$/, '') }),
    allowPrivateNetwork: rest.allowPrivateNetwork ?? allowPrivateNetworkForAll,
  };
  switch (rest.kind) {
    case 'bearer':
      return { ...rest, ...common, scheme: rest.scheme ?? DEFAULT_SCHEME };
    case 'oauth2-client-credentials':
      return { ...rest, ...common, ...ofClient(rest), resource: [rest.resource ?? []].flat() };
    case 'oauth2-refresh-token':
      // Left out only where the provider's refresh tokens are known to stay.
      return { ...rest, ...common, ...ofClient(rest), rotates: rest.rotates ?? false };
    case 'jwt-bearer':
      return { ...rest, ...common, ...ofClient(rest), claims: rest.claims ?? {} };
    case 'github-app': {
      const { provider = 'github', appId, installationId } = rest;
      return { ...rest, ...common, provider, appId: String(appId), installationId: String(installationId) };
    }
    case 'aws-sigv4':
      return { ...rest, ...common, provider: rest.provider ?? 'aws' };
    default:
      return { ...rest, ...common };
  }
}

interface Client {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly scheme?: string;
}

function ofClient({ parameters = {}, scheme = DEFAULT_SCHEME }: Client): Required<Client> {
  return { parameters, scheme };
}
