import type { Edge } from './edge.ts';

/**
 * Tencent Cloud's firewall.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/tencent.py
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/qcloud.py
 */
export const tencentWaf: Edge = {
  name: 'tencent-waf',
  marks: [{ body: /waf\.tencent(?:-?cloud)?\.com|tencent-cloud-waf|腾讯云web应用防火墙/ }],
};
