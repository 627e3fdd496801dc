import { ConfigError } from './config-error.ts';
import { looksLikeSecret } from './secret-looking.ts';

/** Where a secret's value is kept. `field` names a field of a secret that is a JSON object. */
export type SecretRef =
  | { readonly store: 'secrets-manager'; readonly id: string; readonly field?: string }
  | { readonly store: 'ssm'; readonly name: string };

/** What a reference must look like, for messages. */
export const SECRET_REF_RULE =
  'must be a Secrets Manager name or ARN, name#field for a field of a JSON secret, or ssm:/path for a parameter';

/** What to say when the value stands where the reference belongs. */
export const PASTED_SECRET_RULE =
  'must be the name of a secret, not its value: store the value in Secrets Manager, write its name here, and replace the value, for it has been in a file';

/**
 * ASCII letters, digits and `/_+=.@-`; `!` occurs in names that AWS services choose, such as `rds!cluster-…`.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
 */
const SECRET_NAME = /^[\w/+=.@!-]{1,512}$/;

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
const SECRET_ARN = /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]{1,520}$/;

const SECRET_FIELD = /^[^\s\p{Cc}]{1,256}$/u;

/**
 * Up to fifteen levels of letters, digits and `_.-`; the first does not begin with `aws` or `ssm`.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
const PARAMETER_PATH = /^(?!\/(?:aws|ssm))(?:\/[\w.-]+){1,15}$/i;
const MAX_PARAMETER_LENGTH = 1_011;

/** Whether a text is a secret's value rather than a reference to it. */
export function isPastedSecret(text: string): boolean {
  return looksLikeSecret(text) || /\s/.test(text);
}

/**
 * Reads a reference to a secret: a Secrets Manager name or ARN, `name#field`, or `ssm:/path`.
 *
 * Throws `ConfigError`, which does not repeat the text, when it is none of these.
 */
export function parseSecretRef(text: string): SecretRef {
  if (isPastedSecret(text)) throw new ConfigError([`secret ${PASTED_SECRET_RULE}`]);
  const ref = readSecretRef(text);
  if (ref === undefined) throw new ConfigError([`secret ${SECRET_REF_RULE}`]);
  return ref;
}

/** The reference to the whole secret that a reference's field is part of: one secret, one reference. */
export function wholeSecret(secret: string): string {
  const ref = parseSecretRef(secret);
  return ref.store === 'ssm' ? `ssm:${ref.name}` : ref.id;
}

/** The same as a value: `undefined` for a text that is no reference. */
export function readSecretRef(text: string): SecretRef | undefined {
  if (text.startsWith('ssm:')) {
    const name = text.slice('ssm:'.length);
    return PARAMETER_PATH.test(name) && name.length <= MAX_PARAMETER_LENGTH ? { store: 'ssm', name } : undefined;
  }
  const hash = text.indexOf('#');
  const id = hash < 0 ? text : text.slice(0, hash);
  if (!SECRET_NAME.test(id) && !SECRET_ARN.test(id)) return undefined;
  if (hash < 0) return { store: 'secrets-manager', id };
  const field = text.slice(hash + 1);
  return SECRET_FIELD.test(field) ? { store: 'secrets-manager', id, field } : undefined;
}
