import { readSecretRef } from '../../config/secret-ref.ts';
import type { CredentialConfig } from '../../config/types.ts';
import { shellWord } from './shell-word.ts';

const FILE = 'new-secret.txt';

/** Kinds whose secret is what the provider shows; that of others holds more than that, such as a client's id. */
const IS_ONE_VALUE: ReadonlySet<CredentialConfig['kind']> = new Set(['bearer', 'api-key', 'github-app']);

interface Step {
  readonly text: string;
  /** A command in the parts that may stand on lines of their own. */
  readonly command?: readonly string[];
}

/**
 * How a person stores a new value of a secret in AWS: numbered steps, one a line. The value travels in a file, never
 * on the command line, where the shell's history and every process of the machine would see it.
 *
 * @param region where the secret is, unless its ARN says so
 * @see https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/put-secret-value.html
 * @see https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter.html
 */
export function awsStoreSecret(credential: CredentialConfig, region: string): string {
  if (credential.secret === undefined) return '';
  return [...stepsFor(credential.secret, credential, region), { text: `delete ${FILE}` }]
    .flatMap(({ text, command = [] }, index) => [`${index + 1}. ${text}`, ...continued(command)])
    .join('\n');
}

function stepsFor(secret: string, { kind, kmsKey }: CredentialConfig, region: string): readonly Step[] {
  const ref = readSecretRef(secret);
  const save = {
    text: IS_ONE_VALUE.has(kind)
      ? `save the new value as ${FILE}, nothing before or after it`
      : `save the new secret as ${FILE}, all of it, in the form that the old one has`,
  };
  if (ref === undefined) return [save, { text: `store it in ${JSON.stringify(secret)}` }];
  if (ref.store === 'ssm') return [save, { text: 'store it', command: putParameter(ref.name, kmsKey, region) }];
  const { id, field } = ref;
  const put = {
    text: 'store it',
    command: secretsManager('put-secret-value', id, region, `--secret-string file://${FILE}`),
  };
  if (field === undefined) return [save, put];
  // One field cannot be stored alone: the value is the whole object.
  return [
    {
      text: 'the secret is a JSON object: fetch it',
      command: secretsManager('get-secret-value', id, region, `--query SecretString --output text > ${FILE}`),
    },
    { text: `in ${FILE}, change ${JSON.stringify(field)} and nothing else` },
    put,
  ];
}

function secretsManager(operation: string, id: string, region: string, rest: string): readonly string[] {
  const [, , , regionOfArn = region] = id.split(':');
  return [`aws secretsmanager ${operation} --region ${shellWord(regionOfArn)}`, `--secret-id ${shellWord(id)}`, rest];
}

/** With the key named, because an overwrite without it goes back to the account's default key. */
function putParameter(name: string, kmsKey: string | undefined, region: string): readonly string[] {
  return [
    `aws ssm put-parameter --region ${shellWord(region)}`,
    `--name ${shellWord(name)} --type SecureString --overwrite`,
    ...(kmsKey === undefined ? [] : [`--key-id ${shellWord(kmsKey)}`]),
    `--value file://${FILE}`,
  ];
}

/** A command over several lines, each after the first further in. */
function continued(parts: readonly string[]): readonly string[] {
  return parts.map((part, index) => `   ${index === 0 ? '' : '  '}${part}${index < parts.length - 1 ? ' \\' : ''}`);
}
