import { isRecord } from '../../config/plain.ts';
import type { JwtBearerCredential } from '../../config/types.ts';
import type { CredentialProblem } from '../authorisation.ts';
import { looksLikeKey, readPrivateKey, type SigningKey } from '../keys/private-key.ts';
import { jsonFields } from '../secret-json.ts';
import { clientIn, textIn } from './client.ts';

/** What a secret says of the assertions that are signed with it; the configuration goes before. */
export interface AssertionSecret {
  readonly key: SigningKey;
  readonly issuer?: string | undefined;
  readonly subject?: string | undefined;
  /** Where it is to be sent by its own word, and to no other place. */
  readonly tokenUrl?: string | undefined;
  readonly claims?: Readonly<Record<string, string>>;
  /** The scopes go into the assertion. */
  readonly scopeInside?: boolean;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/**
 * Reads a secret that signs assertions: a private key alone, JSON with one beside the client's id, a service account's
 * file of Google's, or an app's file of Box's.
 */
export function readAssertionSecret(
  secret: string,
  credential: JwtBearerCredential,
): AssertionSecret | CredentialProblem {
  const fields = jsonFields(secret);
  if (fields === undefined || typeof fields.kty === 'string') {
    if (!looksLikeKey(secret))
      return { problem: 'the secret holds no private key: store PEM, a JSON Web Key, or JSON with "private_key"' };
    const key = readPrivateKey(secret);
    return 'problem' in key ? key : { key, clientId: credential.clientId };
  }
  if (isRecord(fields.boxAppSettings)) return boxApp(fields, fields.boxAppSettings);
  const client = clientIn(fields);
  if ('problem' in client) return client;
  if (client.key === undefined) return { problem: 'the secret is a JSON object without "private_key"' };
  if (fields.type === 'service_account') return googleAccount(fields, client.key, credential);
  const { key, clientSecret } = client;
  return { key, clientId: credential.clientId ?? client.clientId, clientSecret };
}

/**
 * A Google service account speaks for itself, or for the user that is configured as the subject. The file says where
 * it is to be sent: whoever can write it could have the assertion sent to himself, so only Google or the configured
 * place will do.
 *
 * @see https://google.aip.dev/auth/4112
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 */
function googleAccount(
  fields: Readonly<Record<string, unknown>>,
  key: SigningKey,
  { tokenUrl: configured }: JwtBearerCredential,
): AssertionSecret | CredentialProblem {
  const issuer = textIn(fields, ['client_email']);
  if (issuer === undefined) return { problem: 'the service account has no "client_email": store its whole file' };
  const tokenUrl = textIn(fields, ['token_uri']);
  if (tokenUrl !== undefined && tokenUrl !== configured && !isGoogles(tokenUrl)) {
    return {
      problem:
        'the service account\'s "token_uri" is neither Google\'s nor the configured tokenUrl: nothing is sent there',
    };
  }
  return { key, issuer, tokenUrl, scopeInside: true };
}

function isGoogles(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && /(?:^|\.)googleapis\.com$/.test(url.hostname) && url.port === '';
}

/** @see https://developer.box.com/guides/authentication/jwt/without-sdk */
function boxApp(
  fields: Readonly<Record<string, unknown>>,
  settings: Readonly<Record<string, unknown>>,
): AssertionSecret | CredentialProblem {
  const { appAuth } = settings;
  const text = isRecord(appAuth) ? textIn(appAuth, ['privateKey']) : undefined;
  if (!isRecord(appAuth) || text === undefined)
    return { problem: 'the app\'s file has no "appAuth" with a "privateKey": store all of it' };
  const key = readPrivateKey(text, {
    kid: textIn(appAuth, ['publicKeyID']),
    passphrase: textIn(appAuth, ['passphrase']),
  });
  if ('problem' in key) return key;
  const clientId = textIn(settings, ['clientID']);
  return {
    key: { ...key, secrets: [...key.secrets, textIn(appAuth, ['passphrase']) ?? ''] },
    issuer: clientId,
    subject: textIn(fields, ['enterpriseID']),
    claims: { box_sub_type: 'enterprise' },
    clientId,
    clientSecret: textIn(settings, ['clientSecret']),
  };
}
