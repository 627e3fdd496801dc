import { isRecord } from '../../config/plain.ts';
import type { ClientAuthMethod, TokenEndpointClient } from '../../config/types.ts';
import type { CredentialProblem } from '../authorisation.ts';
import { looksLikeKey, readPrivateKey, type SigningKey } from '../keys/private-key.ts';
import { jsonFields, listed } from '../secret-json.ts';

/** A client of a token endpoint, as the configuration and its secret describe it. */
export interface OAuthClient {
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string;
  readonly key?: SigningKey;
  /** Absent where nothing says how it authenticates: then the server's metadata may. */
  readonly method?: ClientAuthMethod;
  /** All that must be redacted. */
  readonly secrets: readonly string[];
}

/** What a secret holds of a client. */
interface StoredClient {
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly key?: SigningKey | undefined;
}

/**
 * Reads the client from its secret: the client secret alone, a private key alone (PEM or JWK), or JSON with the client
 * id and either, in the standard's names, in camel case, or as the providers' own files have them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1 (`client_id`, `client_secret`)
 * @see https://learn.microsoft.com/cli/azure/ad/sp#az-ad-sp-create-for-rbac (`appId`, `password`)
 * @see https://github.com/googleapis/google-api-python-client/blob/main/docs/client-secrets.md (`web`, `installed`)
 */
export function readClient(secret: string, credential: TokenEndpointClient): OAuthClient | CredentialProblem {
  const stored = storedClient(secret.replace(/[\r\n]+$/, ''));
  if ('problem' in stored) return stored;
  const clientId = credential.clientId ?? stored.clientId;
  if (clientId === undefined) {
    return { problem: 'no client id is known: configure clientId, or store JSON {"client_id", "client_secret"}' };
  }
  const { clientSecret, key } = stored;
  const method =
    credential.clientAuth ?? (key !== undefined && clientSecret === undefined ? 'private_key_jwt' : undefined);
  const missing = missingFor(method, stored);
  if (missing !== undefined) return { problem: missing };
  return {
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(key && { key }),
    ...(method && { method }),
    secrets: [...(clientSecret === undefined ? [] : [clientSecret]), ...(key?.secrets ?? [])],
  };
}

function missingFor(method: ClientAuthMethod | undefined, { clientSecret, key }: StoredClient): string | undefined {
  if (method === 'private_key_jwt') {
    return key === undefined
      ? 'clientAuth is private_key_jwt, and the secret holds no private key (PEM or JWK)'
      : undefined;
  }
  return method !== undefined && clientSecret === undefined
    ? `clientAuth is ${method}, and the secret holds no client secret`
    : undefined;
}

function storedClient(text: string): StoredClient | CredentialProblem {
  if (text.trim() === '') return { problem: 'the secret is empty' };
  const whole = jsonFields(text);
  if (whole !== undefined && typeof whole.kty !== 'string') return clientIn(whole);
  if (looksLikeKey(text)) return withKey({}, readPrivateKey(text));
  if (text.trimStart().startsWith('{')) return { problem: NO_JSON };
  return { clientSecret: text };
}

/** What begins as an object and is none was cut off or badly escaped: it is no client secret, and goes nowhere. */
export const NO_JSON = 'the secret begins as a JSON object and cannot be read as one: store it again';

/** The client in a secret that is a JSON object; a field that is not there is absent. */
export function clientIn(whole: Readonly<Record<string, unknown>>): StoredClient | CredentialProblem {
  const fields = [whole.web, whole.installed].find(isRecord) ?? whole;
  const clientId = textIn(fields, ['client_id', 'clientId', 'clientID', 'appId']);
  const clientSecret =
    textIn(fields, ['client_secret', 'clientSecret']) ??
    (fields.appId === undefined ? undefined : textIn(fields, ['password']));
  const key = ['private_key', 'privateKey', 'jwk'].map((name) => fields[name]).find((value) => value !== undefined);
  if (key !== undefined) {
    const hints = {
      kid: textIn(fields, ['private_key_id', 'privateKeyId', 'kid', 'keyId', 'key_id']),
      passphrase: textIn(fields, ['passphrase']),
    };
    return withKey(
      { clientId, clientSecret },
      readPrivateKey(isRecord(key) ? JSON.stringify(key) : String(key), hints),
    );
  }
  if (clientId === undefined && clientSecret === undefined) {
    return {
      problem: `the secret is a JSON object with ${listed(Object.keys(fields))}: it needs "client_id" and "client_secret"`,
    };
  }
  return { clientId, clientSecret };
}

function withKey(client: StoredClient, key: SigningKey | CredentialProblem): StoredClient | CredentialProblem {
  return 'problem' in key ? key : { ...client, key };
}

/** The first of these fields that is a text with something in it. */
export function textIn(fields: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined {
  return names.map((name) => fields[name]).find((value): value is string => typeof value === 'string' && value !== '');
}
