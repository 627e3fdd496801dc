import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { parseSecretRef, type SecretRef } from '../lambda/config/secret-ref.ts';
import type { Config } from '../lambda/config/types.ts';
import { secretsOf } from '../lambda/watch-secrets.ts';

/**
 * What the stores tell of by themselves, without a trail and at no cost, and never with a value. Of all secrets of the
 * account: a pattern takes 2,048 characters, which the names of a thousand do not fit into, so the function looks
 * whether it is one of its own.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/secret-event-notifications.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html (Parameter Store Change)
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
const PATTERNS: Readonly<Record<SecretRef['store'], EventPattern>> = {
  'secrets-manager': {
    source: ['aws.secretsmanager'],
    detailType: ['Secret Label Updated'],
    detail: { labelUpdated: ['AWSCURRENT'] },
  },
  ssm: {
    source: ['aws.ssm'],
    detailType: ['Parameter Store Change'],
    detail: { operation: ['Create', 'Update'] },
  },
};

export interface SecretEventsProps {
  readonly config: Config;
  readonly dispatch: LambdaFunction;
  readonly deadLetters: IQueue;
}

/**
 * Starts the dispatcher within seconds of a secret's change. Events may get lost: the ticks that look at the secrets
 * notice what they miss.
 */
export function secretEvents(scope: Construct, { config, dispatch, deadLetters }: SecretEventsProps): void {
  if (config.watchSecretsEveryMs === undefined) return;
  const stores = new Set(secretsOf(config).map((secret) => parseSecretRef(secret).store));
  const target = new LambdaTarget(dispatch, {
    // As a tick's: what comes later than that, a tick has noticed.
    maxEventAge: Duration.minutes(2),
    retryAttempts: 2,
    deadLetterQueue: deadLetters,
  });
  const rule = (store: SecretRef['store'], id: string, what: string) => {
    if (!stores.has(store)) return;
    const description = `Scopewatch ${config.monitor}: ${what} has a new version`;
    new Rule(scope, id, { description, eventPattern: PATTERNS[store], targets: [target] });
  };
  rule('secrets-manager', 'SecretChanged', 'a secret');
  rule('ssm', 'ParameterChanged', 'a parameter');
}
