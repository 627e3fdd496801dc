import { SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import type { awsClients } from './clients.ts';

/** A mail as a subscriber would get it. */
export interface Mail {
  readonly title: string;
  readonly text: string;
  /** What a subscription's filter could choose by. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Inbox {
  /** What has arrived, or arrives within a second; each mail once. */
  receive(signal?: AbortSignal): Promise<readonly Mail[]>;
}

const ALLOW_SNS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' },
  ],
});

/** Subscribes a queue to a topic beside its mails, which the emulator only logs. */
export async function openInbox(
  { sns, sqs }: Pick<ReturnType<typeof awsClients>, 'sns' | 'sqs'>,
  TopicArn: string,
  QueueName: string,
): Promise<Inbox> {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { Policy: ALLOW_SNS } }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes?.QueueArn }));
  return {
    async receive(signal) {
      const request = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
      const { Messages = [] } = await sqs.send(request, signal && { abortSignal: signal });
      for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      return Messages.map(({ Body = '' }) => mailOf(Body));
    },
  };
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
function mailOf(envelope: string): Mail {
  const { Subject, Message, MessageAttributes = {} } = JSON.parse(envelope);
  const attributes = Object.entries<{ Value: string }>(MessageAttributes).map(([name, { Value }]) => [name, Value]);
  return { title: Subject, text: Message, attributes: Object.fromEntries(attributes) };
}
