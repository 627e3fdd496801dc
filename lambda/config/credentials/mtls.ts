import * as z from 'zod';
import { object } from '../rules.ts';
import { type CredentialBase, secret } from './base.ts';

export const mtls = (base: CredentialBase) => object({ kind: z.literal('mtls'), secret, ...base });
