import * as z from 'zod';
import { object } from '../rules.ts';
import type { CredentialBase } from './base.ts';
import { parameters, setting } from './settings.ts';
import { tokenEndpoint } from './token-endpoint.ts';

export const jwtBearer = (base: CredentialBase) =>
  object({
    kind: z.literal('jwt-bearer'),
    ...tokenEndpoint,
    assertionIssuer: setting('an issuer').exactOptional(),
    subject: setting('a subject').exactOptional(),
    audience: setting('an audience').exactOptional(),
    claims: parameters('claims').exactOptional(),
    ...base,
  });
