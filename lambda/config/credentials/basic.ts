import * as z from 'zod';
import { object, text } from '../rules.ts';
import { type CredentialBase, secret } from './base.ts';

/** @see https://www.rfc-editor.org/rfc/rfc7617#section-2 (no colon, no control characters) */
const username = text(/^[^:\p{Cc}]{1,256}$/u, 'must be 1 to 256 characters without a colon');

export const basic = (base: CredentialBase) =>
  object({ kind: z.literal('basic'), secret, username: username.exactOptional(), ...base });
