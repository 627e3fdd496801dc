import type { Edge } from './edge.ts';

/**
 * AWS WAF's challenge (202) and CAPTCHA (405), and the page that a load balancer sends when its firewall blocks.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/awswaf.py
 */
export const awsWaf: Edge = {
  name: 'aws-waf',
  marks: [
    { field: ['x-amzn-waf-action', /challenge|captcha/] },
    { field: ['x-blocked-by-waf', /blocked_by_custom_response_for_awsmanagedrules/i] },
    { body: /window\.gokuprops|\.(?:token|captcha)\.awswaf\.com/ },
    { server: /^awselb\//, body: /<h1>403 forbidden<\/h1>/, likely: true },
  ],
  remedies: {
    'waf-blocked':
      'The owner exempts the API paths, or the client gets a token: https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html',
  },
};
