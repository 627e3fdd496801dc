import type { BasicCredential } from '../config/types.ts';
import type { Authorisation, CredentialProblem } from './authorisation.ts';
import { jsonFields } from './secret-json.ts';

/**
 * User and password, from the configuration and the secret or both from the secret.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7617#section-2
 */
export function authoriseBasic(credential: BasicCredential, secret: string): Authorisation | CredentialProblem {
  const login = credential.username === undefined ? loginOf(secret) : passwordFor(credential.username, secret);
  if ('problem' in login) return login;
  const { username, password } = login;
  if (username.includes(':'))
    return { problem: 'the user name contains a colon, which Basic authentication cannot carry' };
  if (/[\x00-\x1f\x7f]/.test(`${username}${password}`)) {
    return { problem: 'the user name or the password contains a control character' };
  }
  const pair = `${username}:${password}`;
  const encoded = Buffer.from(pair).toString('base64');
  // A user name from the secret may be the secret itself, as Stripe's is; one from the configuration is not secret.
  const secrets = [encoded, pair, password, ...(credential.username === undefined ? [username] : [])];
  return { headers: { authorization: `Basic ${encoded}` }, query: {}, secrets: secrets.filter((form) => form !== '') };
}

interface Login {
  readonly username: string;
  readonly password: string;
}

/** With the user name in the configuration the secret is the password, also as the JSON that Secrets Manager makes. */
function passwordFor(username: string, secret: string): Login | CredentialProblem {
  const fields = jsonFields(secret);
  if (fields === undefined) return { username, password: secret };
  if (typeof fields.password === 'string') return { username, password: fields.password };
  return { problem: 'the secret is a JSON object without a field "password" that is a string' };
}

function loginOf(secret: string): Login | CredentialProblem {
  const fields = jsonFields(secret);
  if (fields !== undefined) {
    const { username, password } = fields;
    return typeof username === 'string' && typeof password === 'string'
      ? { username, password }
      : { problem: 'the secret is a JSON object without the fields "username" and "password", both strings' };
  }
  const colon = secret.indexOf(':');
  return colon === -1
    ? { problem: 'the secret has no colon: store user:password, or configure the username' }
    : { username: secret.slice(0, colon), password: secret.slice(colon + 1) };
}
