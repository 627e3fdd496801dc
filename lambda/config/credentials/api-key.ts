import * as z from 'zod';
import { HEADER_NAME } from '../header-rules.ts';
import { isRecord } from '../plain.ts';
import { choice, object, text } from '../rules.ts';
import { type CredentialBase, secret } from './base.ts';

const name = text(/^[^\p{Cc}]{1,128}$/u, 'must be the name of a header or of a query parameter, 1 to 128 characters');

export const apiKey = (base: CredentialBase) =>
  object({ kind: z.literal('api-key'), secret, in: choice(['header', 'query']), name, ...base }).refine(
    (credential) => credential.in !== 'header' || HEADER_NAME.test(credential.name),
    { path: ['name'], message: 'must be a valid header name', when: ({ value }) => isRecord(value) },
  );
