import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface SchedulesProps {
  readonly dispatch: LambdaFunction;
  readonly notify: LambdaFunction;
  readonly deadLetters: IQueue;
}

/**
 * The clock: every minute a tick for the dispatcher, every five a sweep of what the notifier left.
 *
 * The scheduler hands over to Lambda's own asynchronous queue; its retries here are for the handing over alone.
 *
 * @returns the group of both, by which their metrics are told from the account's others
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html
 */
export function schedules(scope: Construct, { dispatch, notify, deadLetters }: SchedulesProps): ScheduleGroup {
  const group = new ScheduleGroup(scope, 'Schedules');
  const role = new Role(scope, 'SchedulerRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      // Only for these schedules, not for whatever else somebody may point at this role.
      conditions: {
        StringEquals: { 'aws:SourceAccount': Stack.of(scope).account, 'aws:SourceArn': group.scheduleGroupArn },
      },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
  const invoke = (handler: LambdaFunction, maxEventAge: Duration, input: Record<string, string>) => {
    handler.grantInvokeLatestVersion(role);
    return new LambdaInvoke(handler, {
      // What the target would grant by itself covers every version of the function.
      role: role.withoutPolicyUpdates(),
      input: ScheduleTargetInput.fromObject(input),
      // The default would replay a day's ticks after an outage.
      maxEventAge,
      retryAttempts: 2,
      deadLetterQueue: deadLetters,
    });
  };

  new Schedule(scope, 'EveryMinute', {
    scheduleGroup: group,
    description: 'Scopewatch: queues the probes that fall due in this minute',
    schedule: ScheduleExpression.rate(Duration.minutes(1)),
    target: invoke(dispatch, Duration.minutes(2), { scheduledAt: ContextAttribute.scheduledTime }),
  });
  new Schedule(scope, 'Sweep', {
    scheduleGroup: group,
    description: 'Scopewatch: sends alerts that are still waiting',
    schedule: ScheduleExpression.rate(Duration.minutes(5)),
    target: invoke(notify, Duration.minutes(5), {}),
  });
  return group;
}
