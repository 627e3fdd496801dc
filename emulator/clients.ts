import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { EmulatorAccess } from './start.ts';

/** SDK clients that talk to the emulator, whatever the environment says. */
export function awsClients({ endpoint, account, region }: EmulatorAccess) {
  const settings = { endpoint, region, credentials: { accessKeyId: account, secretAccessKey: 'test' } };
  return {
    cloudWatch: new CloudWatchClient(settings),
    dynamo: new DynamoDBClient(settings),
    secrets: new SecretsManagerClient(settings),
    sns: new SNSClient(settings),
    sqs: new SQSClient(settings),
    ssm: new SSMClient(settings),
  };
}
