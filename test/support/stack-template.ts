import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import type { ConfigInput } from '../../lambda/config/input.ts';
import type { Config } from '../../lambda/config/types.ts';
import { ScopewatchStack } from '../../lib/scopewatch-stack.ts';

/** The app as `cdk.json` configures it, without a stack yet. */
export function testApp(): App {
  return new App({ context: cdk.context });
}

/** What would be deployed for a configuration. */
export function templateOf(config: ConfigInput | Config): Template {
  return Template.fromStack(new ScopewatchStack(testApp(), 'scopewatch-test', { config }));
}

/** A policy statement, with lists where one value stands alone. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: unknown;
  /** Only where the statement does not allow but denies. */
  readonly denies?: true;
}

/** What the role of one part of the monitor may do. References are shown by the name of what they refer to. */
export function statementsOf(template: Template, part: 'Dispatch' | 'Probe' | 'Notify' | 'Scheduler'): Statement[] {
  const policies = Object.entries({
    ...template.findResources('AWS::IAM::Policy'),
    ...template.findResources('AWS::IAM::ManagedPolicy'),
  });
  return policies
    .filter(([id]) => id.startsWith(`Monitor${part}`))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Record<string, unknown>[])
    .map(({ Action, Resource, Condition, Effect }) => ({
      actions: asList(Action).map(String).sort(),
      resources: asList(Resource).map(readable),
      conditions: Condition,
      ...(Effect === 'Deny' && { denies: true }),
    }));
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** `Fn::GetAtt`, `Ref` and `Fn::Join` as one line of text. */
function readable(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return Ref.startsWith('AWS::') ? `<${Ref.slice('AWS::'.length)}>` : withoutHash(Ref);
  if (Array.isArray(attribute))
    return attribute[1] === 'Arn' ? withoutHash(attribute[0]) : attribute.map(withoutHash).join('.');
  if (Array.isArray(join)) return (join[1] as unknown[]).map(readable).join(String(join[0]));
  return JSON.stringify(value);
}

/** CDK ends a logical id in eight digits of a hash of its path. */
function withoutHash(id: string): string {
  return id.replace(/[0-9A-F]{8}$/, '').replace(/^Monitor/, '');
}
