import * as z from 'zod';
import { MAX_CHECK_EVERY_MS, MAX_SCOPE_LENGTH, MAX_SCOPES } from '../bounds.ts';
import { INSTANT_RULE, parseInstant } from '../instant.ts';
import { boolean, checkedText, duration, list, object, stepMsOf, text } from '../rules.ts';
import { isPastedSecret, PASTED_SECRET_RULE, readSecretRef, SECRET_REF_RULE } from '../secret-ref.ts';
import { baseUrlProblem, endpointProblem } from '../url.ts';

/** Where a secret's value is kept. */
export const secret = checkedText(SECRET_REF_RULE, (value) => {
  if (isPastedSecret(value)) return PASTED_SECRET_RULE;
  return readSecretRef(value) === undefined ? SECRET_REF_RULE : undefined;
});

const URL_RULE = 'must be an http or https URL';

/** A URL where a credential is minted or asked about. */
export const endpoint = checkedText(URL_RULE, endpointProblem);

const baseUrl = checkedText(URL_RULE, baseUrlProblem);

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

const introspection = object({
  url: endpoint.exactOptional(),
  credential: z.string('must be the name of a configured credential').exactOptional(),
});

/** What every kind has but its `kind` and `secret`. */
export function credentialBase(minimumEveryMs: number) {
  return {
    provider: text(
      /^[a-z][a-z0-9-]{0,31}$/,
      'must be a provider\'s name in 1 to 32 of a-z, 0-9 and "-", such as "github"',
    ).exactOptional(),
    scopes: list(scope, 0, MAX_SCOPES, (item) => item).exactOptional(),
    kmsKey: kmsKey.exactOptional(),
    every: duration(minimumEveryMs, MAX_CHECK_EVERY_MS, stepMsOf(minimumEveryMs), '15m').exactOptional(),
    expiresAt: checkedText(INSTANT_RULE, (value) =>
      parseInstant(value) === undefined ? INSTANT_RULE : undefined,
    ).exactOptional(),
    apiUrl: baseUrl.exactOptional(),
    issuer: baseUrl.exactOptional(),
    introspection: introspection.exactOptional(),
    allowPrivateNetwork: boolean().exactOptional(),
  };
}

export type CredentialBase = ReturnType<typeof credentialBase>;
