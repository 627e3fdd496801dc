import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { METRIC_NAMES } from '../../lambda/metrics/names.ts';
import { ScopewatchMonitor } from '../../lib/scopewatch-monitor.ts';
import { ScopewatchStack } from '../../lib/scopewatch-stack.ts';
import { manyProbes, sampleConfig } from '../support/sample-config.ts';
import { templateOf, testApp } from '../support/stack-template.ts';

const template = templateOf(sampleConfig());

describe('functions', () => {
  const functions = Object.values(template.findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties);

  test('run on Node.js 24, arm64, with JSON logs that leave out what Lambda says of itself', () => {
    expect(functions).toHaveLength(3);
    for (const properties of functions) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'WARN' },
      });
    }
  });

  test('keep a log of their own for a month, which goes with the stack', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', 3);
    template.allResources('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 30 },
      DeletionPolicy: 'Delete',
    });
  });

  test('get their configuration with their code, not in the template', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('api.example.com');
  });

  test('have the same code when the same configuration is deployed again, and new code for a new one', () => {
    const keys = (config = sampleConfig()) =>
      Object.values(templateOf(config).findResources('AWS::Lambda::Function')).map(
        ({ Properties }) => Properties.Code.S3Key,
      );
    expect(keys()).toEqual(keys());
    expect(keys()).not.toEqual(keys(sampleConfig({ probes: manyProbes(1) })));
  });
});

describe('the queue of runs', () => {
  test('delivers a run again after twice the time of the function, and gives up after three', () => {
    const [probe] = Object.values(
      template.findResources('AWS::Lambda::Function', { Properties: { Timeout: 60, MemorySize: 512 } }),
    );
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 2 * probe?.Properties.Timeout,
      MessageRetentionPeriod: 3_600,
      RedrivePolicy: { maxReceiveCount: 3 },
    });
  });

  test('feeds batches of ten to the probe function, which answers for each run alone', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test.each([
    ['one probe', manyProbes(1), 2],
    ['1,000 probes every 5m that may take 10s', manyProbes(1_000), 34],
    ['10,000 probes every 1m that may take 25s', manyProbes(10_000, { every: '1m', timeout: '25s' }), 100],
  ])('takes as much of the concurrency as %s can need', (_, probes, maximum) => {
    templateOf(sampleConfig({ probes })).hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      ScalingConfig: { MaximumConcurrency: maximum },
    });
  });
});

describe('encryption', () => {
  test('queues are encrypted, and topics and queues refuse plain connections', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    const insecure = { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    for (const type of ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']) {
      template.resourceCountIs(type, 2);
      template.allResourcesProperties(type, {
        PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(insecure)]) },
      });
    }
  });

  test('alerts are encrypted with the key that AWS manages, which costs nothing', () => {
    template.hasResourceProperties('AWS::SNS::Topic', {
      DisplayName: 'Scopewatch payments',
      KmsMasterKeyId: Match.objectLike({ 'Fn::Join': ['', Match.arrayWith([':alias/aws/sns'])] }),
    });
  });
});

describe('the table', () => {
  test('is paid by use, forgets by itself, and goes with the stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        BillingMode: 'PAY_PER_REQUEST',
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      },
      DeletionPolicy: 'Delete',
    });
  });

  test('wakes the notifier for new alerts only, and tells what happens together in one go', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":["outbox"]}}}}' }],
      },
      MaximumBatchingWindowInSeconds: 10,
      MaximumRetryAttempts: 2,
      MaximumRecordAgeInSeconds: 600,
      DestinationConfig: Match.anyValue(),
    });
  });
});

describe('schedules', () => {
  test('tick every minute, with the time that the tick is for, and are not replayed after an outage', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumEventAgeInSeconds: 120, MaximumRetryAttempts: 2 },
        DeadLetterConfig: Match.anyValue(),
      },
    });
  });

  test('sweep the outbox every five minutes', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(5 minutes)' });
  });

  test('a failed tick is tried again while its runs are worth making; a failed sweep by the next sweep', () => {
    for (const [MaximumRetryAttempts, MaximumEventAgeInSeconds] of [
      [2, 300],
      [0, 300],
    ]) {
      template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
        MaximumRetryAttempts,
        MaximumEventAgeInSeconds,
        DestinationConfig: { OnFailure: Match.anyValue() },
      });
    }
  });
});

describe('mails', () => {
  const subscribers = (config = sampleConfig()) =>
    Object.values(templateOf(config).findResources('AWS::SNS::Subscription')).map(({ Properties }) => [
      Properties.TopicArn.Ref.replace(/[0-9A-F]{8}$/, ''),
      Properties.Endpoint,
    ]);

  test('go to the same addresses for alerts and operations unless the configuration says otherwise', () => {
    expect(subscribers()).toEqual([
      ['MonitorAlerts', 'oncall@example.com'],
      ['MonitorOperations', 'oncall@example.com'],
    ]);
    const alerts = { email: ['a@example.com'], operationsEmail: ['b@example.com'] };
    expect(subscribers(sampleConfig({ alerts }))).toEqual([
      ['MonitorAlerts', 'a@example.com'],
      ['MonitorOperations', 'b@example.com'],
    ]);
  });

  test('that SNS cannot deliver are kept', () => {
    template.allResourcesProperties('AWS::SNS::Subscription', {
      RedrivePolicy: { deadLetterTargetArn: Match.anyValue() },
    });
  });
});

describe('the size of the stack', () => {
  const large = templateOf(sampleConfig({ probes: manyProbes(10_000) }));
  const ids = (one: typeof template) => Object.keys(one.toJSON().Resources);

  test('is the same for one probe and for 10,000', () => {
    expect(ids(large)).toEqual(ids(template));
  });

  test('is under 150 KB', () => {
    expect(JSON.stringify(large.toJSON(), null, 1).length).toBeLessThan(150_000);
  });

  test('includes a dashboard that does not grow', () => {
    expect(bodyOf(large)).toEqual(bodyOf(template));
  });
});

test('the dashboard shows every metric that is sent, and searches for its series in this monitor alone', () => {
  const searches = [...bodyOf(template).matchAll(/SEARCH\('.*?'(?=, ')/g)].map(([search]) => search);
  for (const name of Object.values(METRIC_NAMES)) {
    // Of an expiry each credential's, and the nearest of all.
    const series = name === METRIC_NAMES.daysToExpiry ? 2 : 1;
    expect(searches.filter((search) => search.includes(`MetricName=\\"${name}\\"`))).toHaveLength(series);
  }
  for (const search of searches) expect(search).toMatch(/\{Scopewatch,Monitor(,\w+)?\} .* Monitor=\\"payments\\"'$/);
});

function bodyOf(one: typeof template): string {
  return Object.values(one.findResources('AWS::CloudWatch::Dashboard'))
    .flatMap(({ Properties }) => Properties.DashboardBody['Fn::Join'][1])
    .map((part) => (typeof part === 'string' ? part : '…'))
    .join('');
}

describe('a configuration', () => {
  test('that is wrong is refused with every problem', () => {
    const wrong = sampleConfig({ monitor: 'No!', probes: manyProbes(1, { every: '1s' }) });
    expect(() => templateOf(wrong)).toThrow(ConfigError);
    expect(() => templateOf(wrong)).toThrow(/monitor[\s\S]*probes\[0\]\.every/);
  });

  test('that was parsed before is taken as it is', () => {
    const { config } = new ScopewatchStack(testApp(), 'first', { config: sampleConfig() }).monitor;
    expect(new ScopewatchStack(testApp(), 'second', { config }).monitor.config).toBe(config);
  });

  test('of another monitor may stand in the same stack', () => {
    const stack = new ScopewatchStack(testApp(), 'both', { config: sampleConfig() });
    const other = new ScopewatchMonitor(stack, 'Other', { config: sampleConfig({ monitor: 'other' }) });
    expect(other.dashboard.dashboardName).not.toBe(stack.monitor.dashboard.dashboardName);
  });
});
