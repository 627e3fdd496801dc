import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecretEvent, secretsInEvent } from '../../lambda/aws/secret-event.ts';

const ARN = 'arn:aws:secretsmanager:us-west-2:111122223333:secret:prod/shared';
const SECRETS = ['prod/ci', `${ARN}-a1b2c3`, 'ssm:/prod/ci'];

/** As Secrets Manager's documentation shows it. */
function labelUpdated(name: string, arn = `arn:aws:secretsmanager:us-west-2:111122223333:secret:${name}-d4e5f6`) {
  return {
    version: '0',
    'detail-type': 'Secret Label Updated',
    source: 'aws.secretsmanager',
    account: '111122223333',
    resources: [arn],
    detail: { name, labelUpdated: 'AWSCURRENT', versionId: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111' },
  };
}

/** As Systems Manager's documentation shows it. */
function parameterChange(name: string) {
  return {
    version: '0',
    'detail-type': 'Parameter Store Change',
    source: 'aws.ssm',
    account: '111122223333',
    resources: [`arn:aws:ssm:us-east-1:111122223333:parameter${name}`],
    detail: { operation: 'Update', name, type: 'SecureString', description: 'Sample Parameter' },
  };
}

test('what the scheduler sends, or a person, is no event of a secret', () => {
  for (const event of [{ scheduledAt: '2026-11-23T14:00:00Z' }, {}, null, 'x'])
    expect(isSecretEvent(event)).toBe(false);
  for (const event of [labelUpdated('prod/ci'), parameterChange('/prod/ci')]) expect(isSecretEvent(event)).toBe(true);
});

describe('an event names', () => {
  test.each([
    ['a secret by its name', labelUpdated('prod/ci'), SECRETS, ['prod/ci']],
    ['a secret by its ARN', labelUpdated('prod/shared', `${ARN}-a1b2c3`), SECRETS, [`${ARN}-a1b2c3`]],
    ['a secret by the ARN without its end', labelUpdated('prod/shared', `${ARN}-a1b2c3`), [ARN], [ARN]],
    ['another secret that is named alike', labelUpdated('prod/shared', `${ARN}-zzzzzz`), SECRETS, []],
    ['a parameter', parameterChange('/prod/ci'), SECRETS, ['ssm:/prod/ci']],
    ['somebody else’s secret', labelUpdated('prod/other'), SECRETS, []],
    ['somebody else’s secret whose name begins like ours', labelUpdated('prod/ci-2'), SECRETS, []],
    ['somebody else’s parameter', parameterChange('/prod/other'), SECRETS, []],
    ['a parameter called like a secret', parameterChange('prod/ci'), SECRETS, []],
  ])('%s', (_, event, secrets, expected) => {
    expect(secretsInEvent(event, secrets)).toEqual(expected);
  });
});

test.each([
  ['nothing', {}],
  ['no name', { ...labelUpdated('prod/ci'), detail: {} }],
  ['a name that is no text', { ...labelUpdated('prod/ci'), detail: { name: ['prod/ci'] } }],
  ['no detail', { ...labelUpdated('prod/ci'), detail: null }],
  ['another source', { ...labelUpdated('prod/ci'), source: 'aws.s3' }],
])('an event with %s does not say which secret', (_, event) => {
  expect(secretsInEvent(event, SECRETS)).toBeUndefined();
});

test('resources that are no list of texts are no obstacle', () => {
  for (const resources of [undefined, 'x', [5, null]]) {
    expect(secretsInEvent({ ...labelUpdated('prod/ci'), resources }, SECRETS)).toEqual(['prod/ci']);
  }
});

test('no event is too odd', () => {
  const sources = fc.constantFrom('aws.secretsmanager', 'aws.ssm', 'x', 5);
  const events = fc.record({ source: sources, detail: fc.anything(), resources: fc.anything() });
  fc.assert(fc.property(fc.oneof(fc.anything(), events), (event) => void secretsInEvent(event, SECRETS)));
});
