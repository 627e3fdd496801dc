import { MAX_HEADER_LENGTH } from './bounds.ts';

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 (`token`) */
export const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/;

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-5.5 (visible characters, space, tab, `obs-text`) */
export const HEADER_VALUE = new RegExp(`^[\\t\\x20-\\x7e\\x80-\\xff]{0,${MAX_HEADER_LENGTH}}$`);

/** Headers whose value is a credential: written in a configuration it would be in clear text in files and templates. */
const CREDENTIAL_HEADERS: readonly string[] = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'x-api-key',
  'api-key',
  'apikey',
  'x-auth-token',
  'private-token', // GitLab
  'x-vault-token', // Vault
  'x-amz-security-token', // AWS
];

/** Headers that the request itself has to set, or it would not arrive as one. */
const FRAMING_HEADERS: readonly string[] = [
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
  'expect',
];

/** Why a probe may not set a header itself; `undefined` where it may. */
export function headerNameProblem(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (CREDENTIAL_HEADERS.includes(lower)) {
    return 'must not be set here: put its value in a secret, and name it in credentials and in the probe\'s "credential"';
  }
  return FRAMING_HEADERS.includes(lower) ? 'must not be set: the request sets it itself' : undefined;
}
