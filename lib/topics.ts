import { Stack, Validations } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Config } from '../lambda/config/types.ts';

export interface Topics {
  /** What is wrong with the APIs and credentials that are watched. */
  readonly alerts: Topic;
  /** What is wrong with the monitor. */
  readonly operations: Topic;
}

/**
 * Two topics: a storm of alerts that makes SNS suspend a subscription must not silence the watchdog.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html (10 mails a second, or suspended)
 */
export function topics(scope: Construct, config: Config, deadLetters: IQueue): Topics {
  const alerts = new Topic(scope, 'Alerts', {
    displayName: `Scopewatch ${config.monitor}`,
    // AWS's own key costs nothing, and whoever may publish may use it without a grant.
    masterKey: Alias.fromAliasName(scope, 'SnsKey', 'alias/aws/sns'),
    enforceSSL: true,
  });
  subscribe(alerts, config.alerts.email, deadLetters);

  const operations = new Topic(scope, 'Operations', {
    displayName: `Scopewatch ${config.monitor} operations`,
    enforceSSL: true,
  });
  subscribe(operations, config.alerts.operationsEmail, deadLetters);
  allowAlarms(operations);
  Validations.of(operations).acknowledge({
    id: 'AwsSolutions-SNS2',
    reason:
      'CloudWatch cannot publish to a topic under the AWS-managed key, and a key of our own costs a dollar a month ' +
      'to hide the names of ten alarms.',
  });
  return { alerts, operations };
}

function subscribe(topic: Topic, addresses: readonly string[], deadLetterQueue: IQueue): void {
  for (const address of new Set(addresses)) topic.addSubscription(new EmailSubscription(address, { deadLetterQueue }));
}

/**
 * The policy that enforces TLS takes the place of the default one, which let every service of the account publish.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html (CloudWatch alarms)
 */
function allowAlarms(topic: Topic): void {
  const stack = Stack.of(topic);
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: {
        ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'cloudwatch', resource: 'alarm:*' }) },
        StringEquals: { 'aws:SourceAccount': stack.account },
      },
    }),
  );
}
