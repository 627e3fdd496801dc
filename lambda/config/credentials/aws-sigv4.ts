import * as z from 'zod';
import { object, text } from '../rules.ts';
import { type CredentialBase, secret } from './base.ts';

/** Whatever stands in the scope of a signature: what speaks the protocol beside AWS has regions of its own. */
const SCOPE_PART = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
const roleArn = text(
  /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/,
  'must be the ARN of a role, such as "arn:aws:iam::123456789012:role/…"',
);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const externalId = text(/^[\w+=,.@:/-]{2,1224}$/, 'must be 2 to 1224 letters, digits and "_+=,.@:/-"');

/** What holds between the fields is in aws-relations.ts. */
export const awsSigv4 = (base: CredentialBase) =>
  object({
    kind: z.literal('aws-sigv4'),
    secret: secret.exactOptional(),
    region: text(SCOPE_PART, 'must be a region, such as "eu-central-1"'),
    service: text(SCOPE_PART, 'must be the name of a service in signatures, such as "execute-api"'),
    roleArn: roleArn.exactOptional(),
    externalId: externalId.exactOptional(),
    ...base,
  });
