import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Message, Publisher } from '../ports.ts';

/**
 * Publishes to a topic, with attributes that a subscription's filter policy can choose by: `kind`, `severity`,
 * `monitor` and `subject`, the last a list where one message speaks of several subjects.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html (`String.Array`)
 */
export function snsPublisher(client: SNSClient, topicArn: string, monitor: string): Publisher {
  return {
    async publish(message) {
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: message.title,
          Message: message.text,
          MessageAttributes: attributes(message, monitor),
        }),
      );
    },
  };
}

function attributes({ alerts }: Message, monitor: string): Record<string, MessageAttributeValue> {
  const [first] = alerts;
  const subjects = [...new Set(alerts.map(({ subject }) => subject.name))];
  return {
    ...(first && { kind: text(first.kind), severity: text(first.severity) }),
    monitor: text(monitor),
    subject:
      subjects.length === 1
        ? text(subjects[0] ?? '')
        : { DataType: 'String.Array', StringValue: JSON.stringify(subjects) },
  };
}

function text(value: string): MessageAttributeValue {
  return { DataType: 'String', StringValue: value };
}
