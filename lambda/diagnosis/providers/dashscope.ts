import type { Provider } from './provider.ts';

/**
 * Alibaba's Model Studio, whose words for money are words of permission. `AccessDenied` and
 * `Throttling.AllocationQuota` each stand for several causes.
 *
 * @see https://help.aliyun.com/en/model-studio/error-code-start
 * @see https://help.aliyun.com/zh/dashscope/developer-reference/return-status-code-description
 * @see https://www.alibabacloud.com/help/es/model-studio/rate-limit (sentences of the limits)
 */
export const dashscope: Provider = {
  name: 'dashscope',
  hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com'],
  sentences: [
    { cause: 'account-suspended', when: /\bmake sure your account is in good standing\b/ },
    {
      cause: 'rate-limited',
      when: /^(?:allocated quota exceeded|requests rate limit exceeded|request rate increased too quickly)\b/,
    },
  ],
  codes: {
    'accessdenied.unpurchased': 'feature-unavailable',
    arrearage: 'account-suspended',
    datainspectionfailed: 'request-rejected',
    invalid_api_key: 'credential-invalid',
    invalidapikey: 'credential-invalid',
    throttling: 'rate-limited',
    'throttling.ratequota': 'rate-limited',
  },
  remedies: {
    'credential-invalid':
      'Key, region and base URL have to belong together. See https://help.aliyun.com/en/model-studio/error-code-start',
    'account-suspended':
      'Pay the overdue bill on the Expenses and Costs page; it takes some minutes to count. See https://help.aliyun.com/en/model-studio/error-code',
    'feature-unavailable':
      'Activate Model Studio for the account. See https://help.aliyun.com/en/model-studio/error-code',
    'rate-limited': 'The limit is per model and for the whole account, not per key, and clears within about a minute.',
  },
};
