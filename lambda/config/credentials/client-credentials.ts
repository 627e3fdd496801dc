import * as z from 'zod';
import { MAX_RESOURCES, MAX_URL_LENGTH } from '../bounds.ts';
import { list, object } from '../rules.ts';
import type { CredentialBase } from './base.ts';
import { setting } from './settings.ts';
import { tokenEndpoint } from './token-endpoint.ts';

const RESOURCE_RULE = `must be an absolute URI without a fragment, or a list of 1 to ${MAX_RESOURCES} of them`;

/** @see https://www.rfc-editor.org/rfc/rfc8707#section-2 */
const resource = z
  .string(RESOURCE_RULE)
  .refine(
    (uri) => uri.length <= MAX_URL_LENGTH && /^[\x21\x22\x24-\x7e]+$/.test(uri) && URL.canParse(uri),
    RESOURCE_RULE,
  );

export const clientCredentials = (base: CredentialBase) =>
  object({
    kind: z.literal('oauth2-client-credentials'),
    ...tokenEndpoint,
    audience: setting('an audience').exactOptional(),
    resource: z.union([resource, list(resource, 1, MAX_RESOURCES, (uri) => uri)], RESOURCE_RULE).exactOptional(),
    ...base,
  });
