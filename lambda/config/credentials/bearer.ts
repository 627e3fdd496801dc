import * as z from 'zod';
import { HEADER_NAME } from '../header-rules.ts';
import { object, text } from '../rules.ts';
import { type CredentialBase, secret } from './base.ts';

/** The word before a token. @see https://www.rfc-editor.org/rfc/rfc9110#section-11.1 (`auth-scheme`) */
export const scheme = text(HEADER_NAME, 'must be the word before the token, such as "Bearer"');

export const bearer = (base: CredentialBase) =>
  object({ kind: z.literal('bearer'), secret, scheme: scheme.exactOptional(), ...base });
