import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CredentialConfig } from '../../lambda/config/types.ts';
import { shellWord } from '../../lambda/incidents/mail/shell-word.ts';
import { awsStoreSecret } from '../../lambda/incidents/mail/store-secret.ts';
import { COMMON } from '../support/common-credential.ts';

const stored = (secret: string, kmsKey?: string): CredentialConfig => ({
  ...COMMON,
  kind: 'bearer',
  scheme: 'Bearer',
  secret,
  ...(kmsKey && { kmsKey }),
});

/** What a shell makes of the commands among the steps: the words that `aws` is called with. */
function commandsIn(steps: string): readonly string[] {
  const commands = steps
    .split('\n')
    .filter((line) => line.startsWith('   '))
    .join('\n')
    .replace('> new-secret.txt', '');
  const script = `aws() { printf '%s|' "$@"; printf '\\n'; }\n${commands}`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
}

describe('the commands that store a new value run as they are pasted', () => {
  test.each([
    [
      'a secret by name',
      stored('prod/github-ci'),
      [
        'secretsmanager|put-secret-value|--region|eu-west-1|--secret-id|prod/github-ci|--secret-string|file://new-secret.txt|',
      ],
    ],
    [
      'a secret by ARN, in the region of the ARN',
      stored('arn:aws:secretsmanager:us-east-2:123456789012:secret:prod/x-AbCdEf'),
      [
        'secretsmanager|put-secret-value|--region|us-east-2|--secret-id|arn:aws:secretsmanager:us-east-2:123456789012:secret:prod/x-AbCdEf|--secret-string|file://new-secret.txt|',
      ],
    ],
    [
      'a field of a JSON secret, with the rest of the object kept',
      stored('prod/apis#token'),
      [
        'secretsmanager|get-secret-value|--region|eu-west-1|--secret-id|prod/apis|--query|SecretString|--output|text|',
        'secretsmanager|put-secret-value|--region|eu-west-1|--secret-id|prod/apis|--secret-string|file://new-secret.txt|',
      ],
    ],
    [
      'a parameter, under the key that it is encrypted with',
      stored('ssm:/prod/key', 'arn:aws:kms:eu-west-1:123456789012:key/1'),
      [
        'ssm|put-parameter|--region|eu-west-1|--name|/prod/key|--type|SecureString|--overwrite|--key-id|arn:aws:kms:eu-west-1:123456789012:key/1|--value|file://new-secret.txt|',
      ],
    ],
  ])('%s', (_, credential, commands) => {
    expect(commandsIn(awsStoreSecret(credential, 'eu-west-1'))).toEqual(commands);
  });
});

test('of a secret that holds more than one value all is stored', () => {
  const [first] = awsStoreSecret({ ...COMMON, kind: 'mtls', secret: 'prod/bank' }, 'eu-west-1').split('\n');
  expect(first).toBe('1. save the new secret as new-secret.txt, all of it, in the form that the old one has');
});

test('a reference that is none is repeated, and no command is made of it', () => {
  expect(awsStoreSecret(stored('$(reboot)'), 'eu-west-1')).toBe(
    [
      '1. save the new value as new-secret.txt, nothing before or after it',
      '2. store it in "$(reboot)"',
      '3. delete new-secret.txt',
    ].join('\n'),
  );
});

test('a word that the shell would read otherwise is quoted', () => {
  expect(shellWord('prod/token')).toBe('prod/token');
  expect(shellWord("it's $HOME")).toBe("'it'\\''s $HOME'");
  expect(shellWord('a\u202eb')).toBe("$'a\\342\\200\\256b'");
});

test('any text is one word of a shell, on one visible line', () => {
  const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', '').toWellFormed());
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
      const words = texts.map(shellWord);
      for (const word of words) expect(word).toMatch(/^[\x20-\x7e]+$/);
      const output = execFileSync('bash', ['-c', `printf '%s\\0' ${words.join(' ')}`], { encoding: 'utf8' });
      expect(output.split('\0').slice(0, -1)).toEqual(texts);
    }),
    { numRuns: 20 },
  );
});
