import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Amazon Bedrock, whose models have to be asked for.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
 * @see https://github.com/aws-samples/amazon-bedrock-audio-summarizer/issues/15 (model access)
 * @see https://github.com/ministryofjustice/modernisation-platform-environments/pull/18323 (Marketplace actions)
 * @see https://github.com/BerriAI/litellm/pull/37905 (a foreign bearer token)
 */
export const bedrock: Provider = {
  name: 'bedrock',
  hosts: ['bedrock-runtime.*.amazonaws.com', 'bedrock-runtime.*.amazonaws.com.cn'],
  rule: awsErrors({
    sentences: [
      { cause: 'feature-unavailable', when: /^you don't have access to the model with the specified model id/ },
      { cause: 'permission-denied', when: /^model access is denied due to iam user or service role is not authorized/ },
      { cause: 'credential-invalid', when: /^invalid api key format: must start with pre-defined prefix/ },
    ],
  }),
  remedies: {
    ...AWS_REMEDIES,
    'feature-unavailable':
      'Ask for access to the model, per region: https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
  },
};
