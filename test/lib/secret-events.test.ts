import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../lambda/config/input.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { manyProbes, sampleConfig } from '../support/sample-config.ts';
import { templateOf } from '../support/stack-template.ts';

function withSecrets(...secrets: readonly string[]): ConfigInput {
  const credentials = Object.fromEntries(secrets.map((secret, i) => [`c${i}`, { kind: 'bearer', secret } as const]));
  return sampleConfig({ credentials, probes: manyProbes(1) });
}

const both = templateOf(withSecrets('prod/ci', 'ssm:/prod/ci'));
const sourcesOf = (template: typeof both) =>
  Object.values(template.findResources('AWS::Events::Rule')).map(({ Properties }) => Properties.EventPattern.source[0]);

describe('the dispatcher is told', () => {
  test('when another version of a secret becomes the current one', () => {
    both.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.secretsmanager'],
        'detail-type': ['Secret Label Updated'],
        detail: { labelUpdated: ['AWSCURRENT'] },
      },
      State: 'ENABLED',
    });
  });

  test('when a parameter is written', () => {
    both.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ssm'],
        'detail-type': ['Parameter Store Change'],
        detail: { operation: ['Create', 'Update'] },
      },
      State: 'ENABLED',
    });
  });

  test('as it happens, not when it is long known, and what cannot be told is kept', () => {
    both.allResourcesProperties('AWS::Events::Rule', {
      Targets: [
        {
          Arn: Match.objectLike({ 'Fn::GetAtt': [Match.stringLikeRegexp('^MonitorDispatchFunction'), 'Arn'] }),
          RetryPolicy: { MaximumEventAgeInSeconds: 120, MaximumRetryAttempts: 2 },
          DeadLetterConfig: { Arn: Match.objectLike({ 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLetters'), 'Arn'] }) },
        },
      ],
    });
  });

  test('by these rules and by no other', () => {
    const rules = Object.keys(both.findResources('AWS::Events::Rule'));
    const allowed = Object.values(both.findResources('AWS::Lambda::Permission')).map(({ Properties }) => Properties);
    expect(allowed.map(({ Principal }) => Principal)).toEqual(rules.map(() => 'events.amazonaws.com'));
    expect(allowed.map(({ SourceArn }) => SourceArn['Fn::GetAtt'][0]).toSorted()).toEqual(rules.toSorted());
  });
});

describe('rules', () => {
  test.each([
    [
      ['prod/ci', 'ssm:/prod/ci'],
      ['aws.secretsmanager', 'aws.ssm'],
    ],
    [['prod/ci#field'], ['aws.secretsmanager']],
    [['ssm:/prod/ci'], ['aws.ssm']],
    [[], []],
  ])('for the secrets %j are those of %j', (secrets, sources) => {
    expect(sourcesOf(templateOf(withSecrets(...secrets))).toSorted()).toEqual(sources);
  });

  test('are not there when secrets are not watched', () => {
    const { watchSecretsEveryMs: _, ...never } = parseConfig(withSecrets('prod/ci', 'ssm:/prod/ci'));
    expect(sourcesOf(templateOf(never))).toEqual([]);
  });

  test('are the same for one secret and for 300', () => {
    const many = templateOf(withSecrets(...Array.from({ length: 300 }, (_, i) => `prod/${i}`)));
    const patterns = (template: typeof both) =>
      Object.values(template.findResources('AWS::Events::Rule')).map(({ Properties }) => Properties.EventPattern);
    expect(patterns(many)).toEqual(patterns(templateOf(withSecrets('prod/ci'))));
  });
});
