import type { Edge } from './edge.ts';

/**
 * Huawei Cloud's firewall.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/huaweicloud.py
 */
export const huaweiWaf: Edge = {
  name: 'huawei-waf',
  marks: [{ body: /hws_security@|hwclouds\.com/ }],
};
