import * as z from 'zod';
import { MAX_SCOPE_LENGTH, MAX_SCOPES } from './bounds.ts';
import { HEADER_NAME } from './header-rules.ts';
import { isRecord } from './plain.ts';
import { choice, choiceRule, list, OBJECT_RULE, object, text } from './rules.ts';
import { isPastedSecret, PASTED_SECRET_RULE, readSecretRef, SECRET_REF_RULE } from './secret-ref.ts';
import { CREDENTIAL_KINDS } from './types.ts';

const secret = z.string(SECRET_REF_RULE).superRefine((value, context) => {
  if (isPastedSecret(value)) context.addIssue({ code: 'custom', message: PASTED_SECRET_RULE });
  else if (readSecretRef(value) === undefined) context.addIssue({ code: 'custom', message: SECRET_REF_RULE });
});

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3 (`scope-token`) */
const scope = text(
  new RegExp(`^[\\x21-\\x7e]{1,${MAX_SCOPE_LENGTH}}$`),
  `must be one scope: 1 to ${MAX_SCOPE_LENGTH} visible characters, no space`,
);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html */
const kmsKey = text(
  /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]{1,128}$/,
  'must be the ARN of a KMS key, such as "arn:aws:kms:eu-central-1:123456789012:key/…"',
);

const base = {
  provider: text(
    /^[a-z][a-z0-9-]{0,31}$/,
    'must be a provider\'s name in 1 to 32 of a-z, 0-9 and "-", such as "github"',
  ).exactOptional(),
  secret,
  scopes: list(scope, 0, MAX_SCOPES, (item) => item).exactOptional(),
  kmsKey: kmsKey.exactOptional(),
};

const bearer = object({
  ...base,
  kind: z.literal('bearer'),
  scheme: text(HEADER_NAME, 'must be the word before the token, such as "Bearer"').exactOptional(),
});

const basic = object({
  ...base,
  kind: z.literal('basic'),
  /** @see https://www.rfc-editor.org/rfc/rfc7617#section-2 (no colon, no control characters) */
  username: text(/^[^:\p{Cc}]{1,256}$/u, 'must be 1 to 256 characters without a colon').exactOptional(),
});

const apiKey = object({
  ...base,
  kind: z.literal('api-key'),
  in: choice(['header', 'query']),
  name: text(/^[^\p{Cc}]{1,128}$/u, 'must be the name of a header or of a query parameter, 1 to 128 characters'),
}).refine((credential) => credential.in !== 'header' || HEADER_NAME.test(credential.name), {
  path: ['name'],
  message: 'must be a valid header name',
  when: ({ value }) => isRecord(value),
});

/** One credential as a person writes it. */
export const credentialSchema = z.discriminatedUnion('kind', [bearer, basic, apiKey], {
  error: (issue) => (isRecord(issue.input) ? choiceRule(CREDENTIAL_KINDS) : OBJECT_RULE),
});
