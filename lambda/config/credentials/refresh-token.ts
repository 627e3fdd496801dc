import * as z from 'zod';
import { boolean, object } from '../rules.ts';
import type { CredentialBase } from './base.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** What `rotates` takes is in rotation.ts. */
export const refreshToken = (base: CredentialBase) =>
  object({ kind: z.literal('oauth2-refresh-token'), ...tokenEndpoint, rotates: boolean().exactOptional(), ...base });
