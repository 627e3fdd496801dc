import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { awsSecretVersions } from '../../lambda/aws/secret-versions.ts';
import { startServer } from '../support/http-server.ts';

test('a store that never answers is given up, whatever was answered before is kept', async () => {
  await using server = await startServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (body.includes('prod/good')) response.end('{"VersionIdsToStages":{"v1":["AWSCURRENT"]}}');
    });
  });
  const settings = {
    endpoint: server.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 5,
  };
  const lines: unknown[] = [];
  const versions = awsSecretVersions(
    new SecretsManagerClient(settings),
    new SSMClient(settings),
    (_level, _message, fields) => void lines.push(fields?.count),
    2_000,
  );
  const asked = ['prod/good', 'prod/a', 'prod/b', 'ssm:/prod/c'];
  expect(await versions.current(asked)).toEqual(new Map([['prod/good', 'v1']]));
  expect(lines).toEqual([3]);
});
