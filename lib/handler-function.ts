import { rmSync } from 'node:fs';
import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Config } from '../lambda/config/types.ts';
import { type HandlerName, writeBundle } from './bundle.ts';

export interface HandlerFunctionProps {
  readonly handler: HandlerName;
  readonly config: Config;
  readonly description: string;
  /** In MiB. CPU comes in proportion: 1,769 MiB is one whole core. */
  readonly memorySize: number;
  readonly timeout: Duration;
  readonly environment: Record<string, string>;
}

/**
 * What all three functions have in common: the runtime, the code with the configuration beside it, a role that may do
 * nothing yet but write this function's log, and a log that ends.
 */
export function handlerFunction(scope: Construct, id: string, props: HandlerFunctionProps): LambdaFunction {
  const here = new Construct(scope, id);
  const logGroup = new LogGroup(here, 'Log', {
    retention: RetentionDays.ONE_MONTH,
    // It says what the monitor did, which nobody needs when there is no monitor.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(here, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);

  const code = writeBundle(props.handler, props.config);
  const handler = new LambdaFunction(here, 'Function', {
    description: props.description,
    // Pinned: the "latest" of a library's next version would change it unasked.
    runtime: Runtime.NODEJS_24_X,
    // A fifth cheaper than x86, and nothing in the bundle is native.
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(code),
    memorySize: props.memorySize,
    timeout: props.timeout,
    environment: props.environment,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    // Lambda's own three lines for each invocation would be most of the log, and cost more than ours.
    systemLogLevelV2: SystemLogLevel.WARN,
  });
  // The function's constructor has staged it among the assembly's assets.
  rmSync(code, { recursive: true });

  acknowledge(
    handler,
    'Serverless-LambdaTracing',
    'A run measures its phases itself; X-Ray would bill for each trace.',
  );
  return handler;
}

/** Accepts one finding about a function, its role or what invokes it, with the reason. */
export function acknowledge(handler: LambdaFunction, id: string, reason: string): void {
  Validations.of(handler.node.scope ?? handler).acknowledge({ id, reason });
}
