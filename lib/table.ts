import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * The state of every probe and credential, the alerts that wait to be sent, the slots that were dispatched, and the
 * versions of secrets that were seen.
 *
 * All of it is made again by the next runs, so it goes with the stack and is not backed up: what yesterday's copy
 * would bring back is yesterday's incidents, and their mails.
 */
export function stateTable(scope: Construct): Table {
  const table = new Table(scope, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'expiresAt',
    // The stream only wakes the notifier, which reads the outbox for itself: the keys are enough.
    stream: StreamViewType.KEYS_ONLY,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(table).acknowledge({
    id: 'AwsSolutions-DDB3',
    reason: 'Every item is rebuilt by the next run; a restored copy would only announce old incidents again.',
  });
  return table;
}

/**
 * Lets somebody do some things to some items: those whose partition key is one of `keys`, `*` standing for anything.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html (`LeadingKeys`)
 */
export function grantItems(
  table: Table,
  grantee: IGrantable,
  actions: readonly string[],
  keys: readonly string[],
): void {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
    }),
  );
}
