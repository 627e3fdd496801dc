import { ArnFormat, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ConfigError } from '../lambda/config/config-error.ts';
import { rotates } from '../lambda/config/rotates.ts';
import { parseSecretRef } from '../lambda/config/secret-ref.ts';
import type { Config } from '../lambda/config/types.ts';

/**
 * Characters of one policy that are used here: a managed one takes 6,144, and a role's inline ones 10,240 together.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const POLICY_CHARACTERS = 5_500;

/** A role takes ten managed policies, and its inline one holds as much as one of them beside everything else. */
const MAX_POLICIES = 10;

/** What an ARN, deployed, is longer than the name in it. */
const ARN_CHARACTERS = 80;

const DECRYPT = 'kms:Decrypt';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html (to store a value) */
const ENCRYPT = 'kms:GenerateDataKey';

/** Something to be allowed, and how much of a policy that takes. */
interface Grant {
  readonly action: string;
  readonly resource: string;
  readonly characters: number;
}

/**
 * Lets the function read exactly the secrets that the configuration names, write exactly those of refresh tokens that
 * rotate, and use exactly the keys that it names.
 *
 * @throws ConfigError when there are more of them than a role's policies can list
 */
export function grantSecrets(handler: LambdaFunction, config: Config): void {
  const stack = Stack.of(handler);
  const credentials = Object.values(config.credentials);
  const grants = distinct([
    ...credentials.flatMap(({ secret }) => (secret === undefined ? [] : [secretGrant(stack, secret)])),
    ...credentials.filter(rotates).flatMap(({ secret }) => writeGrant(stack, secret)),
    ...credentials.flatMap(({ kmsKey }) => (kmsKey === undefined ? [] : [grant(DECRYPT, kmsKey, kmsKey)])),
    ...credentials
      .filter(rotates)
      .flatMap(({ kmsKey }) => (kmsKey === undefined ? [] : [grant(ENCRYPT, kmsKey, kmsKey)])),
  ]);
  const policies = inPolicies(grants);
  if (policies.length > MAX_POLICIES) {
    throw new ConfigError([
      `credentials must name no more secrets and keys than the policies of one role can list, about ` +
        `${Math.floor((grants.length * MAX_POLICIES) / policies.length)}, got ${grants.length}: keep several ` +
        'credentials in one JSON secret (name#field), or split the monitor',
    ]);
  }
  policies.forEach((some, index) => {
    const statements = statementsFor(some, stack);
    // The first goes with the role's other permissions, which for nearly every monitor is all there is.
    if (index === 0) for (const statement of statements) handler.addToRolePolicy(statement);
    else if (handler.role) new ManagedPolicy(handler, `Secrets${index}`, { statements, roles: [handler.role] });
  });
}

/**
 * An ARN ends in six characters that Secrets Manager chooses; a name does not tell them.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
function secretGrant(stack: Stack, secret: string): Grant {
  const ref = parseSecretRef(secret);
  if (ref.store === 'ssm') {
    const resourceName = ref.name.replace(/^\//, '');
    return grant(
      'ssm:GetParameter',
      stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName }),
      ref.name,
    );
  }
  const { id } = ref;
  const action = 'secretsmanager:GetSecretValue';
  if (id.startsWith('arn:')) return grant(action, /-[A-Za-z0-9]{6}$/.test(id) ? id : `${id}-??????`, id);
  const arn = stack.formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${id}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return grant(action, arn, id);
}

/** A parameter is never written. */
function writeGrant(stack: Stack, secret: string): readonly Grant[] {
  const read = secretGrant(stack, secret);
  return parseSecretRef(secret).store === 'ssm' ? [] : [{ ...read, action: 'secretsmanager:PutSecretValue' }];
}

function grant(action: string, resource: string, name: string): Grant {
  return { action, resource, characters: name.length + ARN_CHARACTERS };
}

function distinct(grants: readonly Grant[]): readonly Grant[] {
  return [...new Map(grants.map((one) => [`${one.action} ${one.resource}`, one])).values()];
}

function inPolicies(grants: readonly Grant[]): readonly (readonly Grant[])[] {
  const policies: Grant[][] = [];
  let left = 0;
  for (const one of grants) {
    if (one.characters > left) {
      policies.push([]);
      left = POLICY_CHARACTERS;
    }
    policies.at(-1)?.push(one);
    left -= one.characters;
  }
  return policies;
}

function statementsFor(grants: readonly Grant[], { urlSuffix }: Stack): PolicyStatement[] {
  // A key is for reading these secrets, not for whatever else it encrypts.
  const throughStores: PolicyStatementProps['conditions'] = {
    StringLike: { 'kms:ViaService': [`secretsmanager.*.${urlSuffix}`, `ssm.*.${urlSuffix}`] },
  };
  return [...Map.groupBy(grants, ({ action }) => action)].map(
    ([action, some]) =>
      new PolicyStatement({
        actions: [action],
        resources: some.map(({ resource }) => resource),
        ...((action === DECRYPT || action === ENCRYPT) && { conditions: throughStores }),
      }),
  );
}
