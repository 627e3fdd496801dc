import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ScopewatchMonitor, type ScopewatchMonitorProps } from './scopewatch-monitor.ts';

export interface ScopewatchStackProps extends StackProps, ScopewatchMonitorProps {}

/** One monitor as a stack of its own, which tells where to look. */
export class ScopewatchStack extends Stack {
  readonly monitor: ScopewatchMonitor;

  constructor(scope: Construct, id: string, { config, ...props }: ScopewatchStackProps) {
    super(scope, id, props);
    this.monitor = new ScopewatchMonitor(this, 'Monitor', { config });

    const outputs: Record<string, string> = {
      AlertsTopicArn: this.monitor.alertsTopic.topicArn,
      OperationsTopicArn: this.monitor.operationsTopic.topicArn,
      DashboardName: this.monitor.dashboard.dashboardName,
      TableName: this.monitor.table.tableName,
      QueueUrl: this.monitor.queue.queueUrl,
      DeadLetterQueueUrl: this.monitor.deadLetterQueue.queueUrl,
      DispatchFunctionName: this.monitor.dispatchFunction.functionName,
      ProbeFunctionName: this.monitor.probeFunction.functionName,
      NotifyFunctionName: this.monitor.notifyFunction.functionName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
