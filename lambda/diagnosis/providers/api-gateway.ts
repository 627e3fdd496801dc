import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * What stands behind API Gateway answers in its own words; the gateway's answers are AWS's. Its owner may change them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 * @see https://aws.amazon.com/premiumsupport/knowledge-center/api-gateway-403-error-lambda-authorizer/
 * @see https://github.com/aws/aws-cdk/issues/21182 (an HTTP API says "Forbidden" for an IAM denial)
 */
export const apiGateway: Provider = {
  name: 'api-gateway',
  hosts: ['execute-api.*.amazonaws.com', 'execute-api.*.amazonaws.com.cn'],
  fields: ['x-amz-apigw-id'],
  rule: awsErrors(),
  requestIdFields: ['x-amzn-requestid'],
  remedies: {
    ...AWS_REMEDIES,
    'permission-denied':
      "See what the authorizer answered and what the API's resource policy allows, a VPC endpoint or an address included: https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer",
    'wrong-endpoint':
      'Check stage, path and method: a route that does not exist asks for a signature. If they are right, the call must be signed: https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
    'quota-exceeded': "Raise the quota of the key's usage plan, or wait for its next period.",
    unknown:
      'API Gateway says "Forbidden" for an API key that is missing, unknown or in no usage plan of the stage, and for denials of an HTTP API: send `x-api-key`, then look at the access log of the stage.',
  },
};
