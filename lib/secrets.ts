import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ConfigError } from '../lambda/config/config-error.ts';
import { rotates } from '../lambda/config/rotates.ts';
import { parseSecretRef, type SecretRef } from '../lambda/config/secret-ref.ts';
import type { Config } from '../lambda/config/types.ts';
import { secretsOf } from '../lambda/watch-secrets.ts';

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
 * rotate, and use exactly the keys and assume exactly the roles that it names.
 *
 * @throws ConfigError when there are more of them than a role's policies can list
 */
export function grantSecrets(handler: LambdaFunction, config: Config): void {
  const stack = Stack.of(handler);
  const credentials = Object.values(config.credentials);
  allow(handler, [
    ...credentials.flatMap(({ secret }) => (secret === undefined ? [] : [secretGrant(stack, secret, READ_VALUE)])),
    ...credentials.filter(rotates).flatMap(({ secret }) => writeGrant(stack, secret)),
    ...credentials.flatMap(({ kmsKey }) => (kmsKey === undefined ? [] : [grant(DECRYPT, kmsKey, kmsKey)])),
    ...credentials
      .filter(rotates)
      .flatMap(({ kmsKey }) => (kmsKey === undefined ? [] : [grant(ENCRYPT, kmsKey, kmsKey)])),
    ...credentials.flatMap((one) =>
      one.kind === 'aws-sigv4' && one.roleArn !== undefined ? [grant('sts:AssumeRole', one.roleArn, one.roleArn)] : [],
    ),
  ]);
}

/**
 * Lets the function see which versions exactly the watched secrets have, and none of their values.
 *
 * Whoever may get a parameter may ask for it decrypted, and the key that AWS keeps for parameters decrypts for
 * everybody in the account: hence the denial. It leaves alone what else a key may be used for, such as the function's
 * own environment.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-restrict-decryption.html
 * @throws ConfigError when there are more of them than a role's policies can list
 */
export function grantSecretVersions(handler: LambdaFunction, config: Config): void {
  const stack = Stack.of(handler);
  const secrets = secretsOf(config);
  allow(
    handler,
    secrets.map((secret) => secretGrant(stack, secret, READ_VERSION)),
  );
  if (!secrets.some((secret) => parseSecretRef(secret).store === 'ssm')) return;
  handler.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: { StringLike: { 'kms:ViaService': `ssm.*.${stack.urlSuffix}` } },
    }),
  );
}

/** What it takes at each store. */
type Actions = Readonly<Record<SecretRef['store'], string>>;
const READ_VALUE: Actions = { 'secrets-manager': 'secretsmanager:GetSecretValue', ssm: 'ssm:GetParameter' };
/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-retrieval-authorization.html (each named parameter) */
const READ_VERSION: Actions = { 'secrets-manager': 'secretsmanager:DescribeSecret', ssm: 'ssm:GetParameters' };

function allow(handler: LambdaFunction, wanted: readonly Grant[]): void {
  const stack = Stack.of(handler);
  const grants = distinct(wanted);
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
function secretGrant(stack: Stack, secret: string, actions: Actions): Grant {
  const ref = parseSecretRef(secret);
  const action = actions[ref.store];
  if (ref.store === 'ssm') {
    const resourceName = ref.name.replace(/^\//, '');
    return grant(action, stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName }), ref.name);
  }
  const { id } = ref;
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
  const write = secretGrant(stack, secret, { 'secrets-manager': 'secretsmanager:PutSecretValue', ssm: '' });
  return parseSecretRef(secret).store === 'ssm' ? [] : [write];
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
