import type { Edge } from './edge.ts';

const ON_THE_CALLERS_SIDE = {
  'waf-blocked': "It stands on the caller's side: ask the network's administrator to allow the host.",
} as const;

/**
 * Edges of which no more is known than how their answers look.
 *
 * @see https://github.com/EnableSecurity/wafw00f/tree/master/wafw00f/plugins (marks of most of them)
 */
export const BY_ONE_MARK: readonly Edge[] = [
  { name: 'aesecure', marks: [{ body: /aesecure_denied\.png/ }] },
  { name: 'anquanbao', marks: [{ body: /aqb_cc\/error\// }] },
  { name: 'anyu', marks: [{ body: /anyu.{0,10}the green channel|access has been intercepted by anyu|360安域/ }] },
  { name: 'approach', marks: [{ body: /approach.{0,10}web application (?:firewall|filtering)/ }] },
  { name: 'armor', marks: [{ body: /blocked by website protection from armor|armor support ticket/ }] },
  { name: 'astra', marks: [{ body: /astrawebsecurity\.freshdesk\.com|www\.getastra\.com\/assets\/images/ }] },
  { name: 'bekchy', marks: [{ body: /bekchy.{0,10}access denied|bekchy\.com\/report/ }] },
  {
    name: 'bluecoat',
    marks: [
      {
        body: /denied because of its content categorization|policy_denied|blue ?coat|symantec web (?:security|gateway)/,
      },
    ],
    remedies: ON_THE_CALLERS_SIDE,
  },
  { name: 'bluedon', marks: [{ body: /bluedon web application firewall/ }] },
  { name: 'cachewall', marks: [{ body: /security by cachewall|403 naughty.{0,10}not nice!/ }] },
  { name: 'cisco-umbrella', marks: [{ body: /cisco umbrella|opendns/ }], remedies: ON_THE_CALLERS_SIDE },
  { name: 'cloudfloor', marks: [{ body: /<(?:title|h\d)>cloudfloordns.{0,6}web application firewall error/ }] },
  { name: 'crawlprotect', marks: [{ body: /<title>crawlprotect|protected by crawlprotect/ }] },
  { name: 'distil', marks: [{ body: /cdn\.distilnetworks\.com\/images|distilcaptchaform|distilcallbackguard/ }] },
  { name: 'dynamicweb', marks: [{ field: ['x-403-status-by', /dw.inj.check/i] }] },
  { name: 'edgio', marks: [{ body: /edgecast|edgio/ }] },
  { name: 'eisoo', marks: [{ body: /eisoo-firewall-block\.css/ }] },
  { name: 'forcepoint', marks: [{ body: /forcepoint|websense/ }], remedies: ON_THE_CALLERS_SIDE },
  { name: 'google', marks: [{ body: /our systems have detected unusual traffic|sorry\/index\?continue/ }] },
  { name: 'greywizard', marks: [{ body: /<(?:title|h\d)>grey wizard|website owner or grey wizard/ }] },
  {
    name: 'haproxy',
    marks: [{ body: /<h1>403 forbidden<\/h1>\s{0,4}request forbidden by administrative rules/, likely: true }],
  },
  { name: 'janusec', marks: [{ body: /janusec application gateway/ }] },
  {
    // Its field alone proves nothing: it carries the token of those that passed too.
    name: 'kasada',
    marks: [{ body: /window\.kpsdk|\/ips\.js\?/ }, { field: ['x-kpsdk-ct', /./], body: /^\s{0,9}$/, likely: true }],
    says: [['waf-blocked', /^/]],
  },
  { name: 'malcare', marks: [{ body: /firewall.{0,15}powered.by.{0,15}malcare/ }] },
  { name: 'mcafee', marks: [{ body: /mcafee web gateway|skyhigh secure web/ }], remedies: ON_THE_CALLERS_SIDE },
  { name: 'naxsi', marks: [{ body: /blocked by naxsi|naxsi blocked information/ }] },
  { name: 'netskope', marks: [{ body: /netskope/ }], remedies: ON_THE_CALLERS_SIDE },
  { name: 'newdefend', marks: [{ body: /www\.newdefend\.com\/feedback|\/nd-block\// }] },
  { name: 'nexusguard', marks: [{ body: /powered by nexusguard|nexusguard\.com\/wafpage/ }] },
  { name: 'ninjafirewall', marks: [{ body: /<title>ninjafirewall/ }] },
  { name: 'panyun', marks: [{ field: ['x-panyun-error-reason', /./] }] },
  {
    name: 'pt-application-firewall',
    marks: [{ body: /<h1.{0,10}forbidden<\/h1>\s{0,4}<pre>request.id:.{0,10}\d{4}-\d\d/ }],
    requestId: /request.id:\s{0,4}([\w-]{10,60})/i,
  },
  {
    name: 'reddit',
    marks: [
      { body: /blocked (?:due to a network policy|by network security(?! policy))|mailto:ratelimit@reddit\.com/ },
    ],
  },
  { name: 'rsfirewall', marks: [{ body: /com_rsfirewall_/ }] },
  { name: 'secupress', marks: [{ body: /<(?:title|h\d)>secupress/ }] },
  { name: 'secureiis', marks: [{ body: /secureiis is an internet security application/ }] },
  { name: 'senginx', marks: [{ body: /senginx-robot-mitigation/ }] },
  {
    name: 'shield-security',
    marks: [{ body: /you were blocked by the shield|remaining transgression\(s\) against this site/ }],
  },
  { name: 'sitelock', marks: [{ body: /sitelock incident id|sitelock will remember you/ }] },
  { name: 'threatx', marks: [{ body: /^forbidden - id: [\da-f]{32}\s{0,2}$/ }] },
  { name: 'ucloud-waf', marks: [{ body: /\/uewaf_deny_pages\// }] },
  { name: 'urlscan', marks: [{ body: /rejected[-_]by[-_]urlscan/ }] },
  { name: 'varnish-waf', marks: [{ body: /request rejected by xvarnish-waf/ }] },
  { name: 'viettel-waf', marks: [{ body: /access denied.{0,10}viettel waf|viettel waf system/ }] },
  { name: 'vodafone', marks: [{ body: /<title>blocked notification page/ }], remedies: ON_THE_CALLERS_SIDE },
  { name: 'webarx', marks: [{ body: /webarx.{0,10}web application firewall|\/plugins\/webarx\// }] },
  { name: 'webknight', marks: [{ body: /webknight application firewall|aqtronix.{0,10}webknight/ }] },
  { name: 'webtotem', marks: [{ body: /the current request was blocked.{0,8}>webtotem/ }] },
  {
    name: 'wpmudev',
    marks: [{ body: /<h1>whoops, this request has been blocked!|this request has been deemed suspicious/ }],
  },
  { name: '360-wangzhanbao', marks: [{ body: /wzws-waf-cgi\/|wangshan\.360\.cn/ }] },
  { name: 'xuanwudun', marks: [{ body: /admin\.dbappwaf\.cn\// }] },
  { name: 'yundun', marks: [{ body: /blocked by yundun cloud waf|yundun\.com\/yd[-_]http[-_]error\// }] },
  { name: 'yunsuo', marks: [{ body: /class="yunsuologo"/ }] },
  { name: 'zenedge', marks: [{ body: /\/__zenedge\// }] },
];
