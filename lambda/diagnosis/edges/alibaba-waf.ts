import type { Edge } from './edge.ts';

/**
 * Alibaba Cloud's firewall answers with status 405, which is not about the method. A script fills in the page's text.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/aliyundun.py
 * @see https://github.com/mtrossbach/noah-mqtt/issues/112
 * @see https://github.com/LeetCode-Feedback/LeetCode-Feedback/issues/9747
 */
export const alibabaWaf: Edge = {
  name: 'alibaba-waf',
  marks: [
    { body: /errors?\.aliyun(?:dun)?\.(?:com|net)|block_traceid_tips|您访问的url有可能对网站造成安全威胁/ },
    { body: /alicdn\.com\/sd-base\/static\/[\d.]{5,12}\/image\/405\.png/ },
    { body: /your request has been blocked as it may cause potential threats/ },
  ],
  requestId: /(?:您的请求id是|request id(?: is)?)\s?[:：]\s?([\da-f]{16,40})/i,
  remedies: { 'waf-blocked': "The request id of this page finds the rule in the owner's log." },
};
