import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** What a batch may take: a run, its one repetition with a fresh secret, and the time to write down what was seen. */
export const PROBE_TIMEOUT = Duration.seconds(60);

export interface Queues {
  /** Runs that are due. */
  readonly runs: Queue;
  /** What the monitor could not do, whichever part of it: one place to look and one alarm. */
  readonly deadLetters: Queue;
}

export function queues(scope: Construct): Queues {
  const deadLetters = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(deadLetters).acknowledge({
    id: 'Serverless-SQSRedrivePolicy',
    reason: 'It is where the others redrive to.',
  });
  const runs = new Queue(scope, 'Runs', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // A run that nobody took for an hour is long stale, whatever its interval was worth.
    retentionPeriod: Duration.hours(1),
    // AWS advises six times the timeout, so that a batch that waits for capacity is not delivered twice. Here a
    // duplicate changes nothing, while a retry that comes after six minutes would come too late to be made.
    visibilityTimeout: Duration.seconds(2 * PROBE_TIMEOUT.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 3 },
  });
  return { runs, deadLetters };
}
