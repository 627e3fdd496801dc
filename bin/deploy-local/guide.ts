import type { Outputs } from '../../emulator/deploy.ts';
import type { EmulatorAccess } from '../../emulator/start.ts';

/**
 * What there is to look at, as commands to copy.
 *
 * @param expectation what will be seen, and when
 */
export function guide(stack: string, expectation: string, { endpoint, env }: EmulatorAccess, outputs: Outputs): string {
  const variables = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'];
  return `
${stack} is deployed on the AWS emulator at ${endpoint}

In another terminal, with the AWS command line:

  export ${variables.map((name) => `${name}=${env[name]}`).join(' ')}

  aws cloudformation describe-stack-resources --stack-name ${stack}
  aws dynamodb scan --table-name ${outputs.TableName}
  aws cloudwatch list-metrics --namespace Scopewatch
  aws logs tail --follow "$(aws logs describe-log-groups --query 'logGroups[?contains(logGroupName, \`MonitorProbe\`)].logGroupName' --output text)"
  aws lambda invoke --function-name ${outputs.DispatchFunctionName} --payload '{}' /dev/null

The scheduler ticks once a minute, and each probe has its own second in it. ${expectation}
Mails appear below. Ctrl-C ends it all.
`;
}
