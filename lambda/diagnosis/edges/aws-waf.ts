import type { Edge } from './edge.ts';

export const awsWaf: Edge = {
  name: 'aws-waf',
  marks: [{ field: ['x-amzn-waf-action', /challenge|captcha/] }, { server: /^awselb\//, body: /403 forbidden/ }],
};
