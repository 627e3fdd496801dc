import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { manyProbes, sampleConfig } from '../support/sample-config.ts';
import { templateOf } from '../support/stack-template.ts';

const template = templateOf(sampleConfig());
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);

function alarm(name: string, one = template): Record<string, unknown> {
  const found = Object.values(one.findResources('AWS::CloudWatch::Alarm')).find(
    ({ Properties }) => Properties.AlarmName === `scopewatch-payments-${name}`,
  );
  return found?.Properties;
}

describe('alarms', () => {
  test('are within the ten that are free: each on one metric at standard resolution', () => {
    expect(alarms.length).toBeLessThanOrEqual(10);
    for (const one of alarms) {
      expect(one).toMatchObject({ MetricName: expect.any(String), Namespace: expect.any(String) });
      expect(one.Period).toBeGreaterThanOrEqual(60);
    }
  });

  test('say what they mean and what to do, and tell when it is over', () => {
    const [operations] = Object.keys(
      template.findResources('AWS::SNS::Topic', { Properties: { DisplayName: 'Scopewatch payments operations' } }),
    );
    for (const one of alarms) {
      expect(one.AlarmDescription).toMatch(/\. \w.*\.$/);
      expect(one.AlarmActions).toEqual([{ Ref: operations }]);
      expect(one.OKActions).toEqual(one.AlarmActions);
    }
  });

  test('may publish to the topic of operations, and no other service may', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: {
              ArnLike: { 'aws:SourceArn': Match.anyValue() },
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            },
          }),
        ]),
      },
    });
  });

  test('ring when there is silence where there should be a sign of life, by the clock and not before the first run', () => {
    for (const name of ['not-dispatching', 'no-runs-completed']) {
      expect(alarm(name)).toMatchObject({
        TreatMissingData: 'breaching',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        EvaluationPeriods: 2,
        DatapointsToAlarm: 2,
        EvaluationWindow: { WallClockWindow: {} },
        WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 15 },
      });
    }
  });

  test.each([
    'dispatch-errors',
    'probe-errors',
    'notify-errors',
    'runs-waiting',
    'dead-letters',
    'schedule-dropped',
    'mail-undelivered',
  ])('do not ring for %s while nothing is measured', (name) => {
    expect(alarm(name)).toMatchObject({
      TreatMissingData: 'notBreaching',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  test.each([
    ['1m', 300],
    ['5m', 300],
    ['6m', 3_600],
    ['1h', 3_600],
    ['2h', 86_400],
    ['24h', 86_400],
  ])('wait for a sign of life as long as the most frequent probe takes: every %s, %d s', (every, period) => {
    const probes = [...manyProbes(1, { every }), { name: 'rare', url: 'https://api.example.com/', every: '24h' }];
    const heartbeat = alarm('no-runs-completed', templateOf(sampleConfig({ probes })));
    expect(heartbeat).toMatchObject({ Namespace: 'Scopewatch', MetricName: 'RunsCompleted', Period: period });
  });
});
