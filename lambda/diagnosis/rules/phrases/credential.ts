import { NAMESAKES } from '../namesakes.ts';
import { anyOf, type Phrase } from '../phrase.ts';

/** What can expire, be revoked or be wrong. `key` alone is good enough where a verb stands beside it. */
const CREDENTIAL =
  '(?:tokens?|jwts?|credentials?|(?:api|access|secret|signing|security|license|app|client|developer|consumer|subscription)[ _-]?keys?|apikey|keys?|secrets?|sessions?|passwords?|assertions?|authori[sz]ation codes?|auth(?:entication|ori[sz]ation)?|grant|login|ticket|pat|cookie|signature|sas|presigned url|pre-signed url)';

const AMBIGUOUS_EXPIRY =
  /\b(?:invalid|incorrect|malformed|missing|bad|wrong|not valid|unknown|revoked|inactive|not found|unrecogni[sz]ed|does(?: not|n't) exist|deleted|corrupt(?:ed)?)\b[^;]{0,60}(?:\bor\b|\/|,)[^;]{0,24}\bexpired|\bexpired?\b[^;]{0,24}(?:\bor\b|\/|,)[^;]{0,24}\b(?:invalid|malformed|missing|incorrect|not valid|unknown|not found|bad|wrong|otherwise|does not|doesn't|used|unauthori[sz]ed)|(?:may|might|could|possibly|perhaps|probably|whether|either|if) (?:have |has |be |it |the |your |your session |your token )?(?:already )?(?:has |is )?expired|not (?:yet )?expired|(?:hasn't|has not|isn't|is not) expired/;

const EXPIRED_OR_REVOKED =
  /\b(?:expired\W{1,3}or (?:been )?(?:revoked|deleted|disabled)|revoked\W{1,3}or (?:has |is )?expired)\b/;

/** Other things that expire. */
const EXPIRED_ELSE =
  /\b(?:subscription(?! key)|trial|licen[sc]e|plan|version|certificate|cert|ssl|link|invitation|page|domain|membership|contract|warranty|maintenance|promotion|coupon|card|offer|evaluation|support|cache|quota|window|limit|event|campaign|order|quote|upload)s?\b(?: [a-z']{1,12}){0,4} (?:has |have |is |was |are )?(?:already )?expired|\bexpired (?:subscription|trial|licen[sc]e|plan|certificate|cert|link|page|domain|version|card|account)/;

/** What may stand behind "expired" where it tells of what stands before it, and not of a thing that is expired. */
const NOTHING_EXPIRED =
  '(?! (?!(?:on|at|and|since|in|for|because|please|or|by|but|due|after|before|from|with|token|jwt|ago|already)\\b)[a-z])';

export const expiryPhrases: readonly Phrase[] = [
  {
    cause: 'credential-revoked',
    confidence: 'likely',
    about: ['revoked'],
    when: EXPIRED_OR_REVOKED,
    unless: /\binvalid\b|malformed|not valid|incorrect|\b(?:may|might|could|either)\b|mistyped/,
  },
  {
    cause: 'credential-invalid',
    confidence: 'likely',
    about: ['expire'],
    when: AMBIGUOUS_EXPIRY,
    also: new RegExp(`\\b(?:${CREDENTIAL}|users?|id)\\b`),
    unless: anyOf(/^not expired$|not yet valid|retention|embargo/, NAMESAKES),
  },
  {
    cause: 'credential-expired',
    confidence: 'certain',
    about: ['expired'],
    when: anyOf(
      `\\b${CREDENTIAL}\\b[^;]{0,60}\\b(?:has|have|is|are|was|were|had|already|been|now) expired\\b${NOTHING_EXPIRED}`,
      `\\b${CREDENTIAL}[- ]?(?::|-)? ?expired\\b${NOTHING_EXPIRED}`,
      `\\bexpired (?:(?:access|auth\\w{0,12}|api|jwt|security|id|bearer|refresh|oauth2?|client|user|personal|session|web) ){0,3}${CREDENTIAL}\\b`,
    ),
    unless: new RegExp(
      `${AMBIGUOUS_EXPIRY.source}|${EXPIRED_ELSE.source}|${NAMESAKES.source}|signature expired: |not have (?:the )?permission|not allowed to|\\b(?:to (?:view|list|see|read)|delet\\w{0,4}|remov\\w{0,4}|purg\\w{0,4}|clean\\w{0,4}|list\\w{0,4}|rotat\\w{0,4}|revoke|restore|only|of) (?:your |the |all |any )?expired`,
    ),
  },
  {
    cause: 'credential-expired',
    confidence: 'likely',
    about: ['lifetime', 'exp', 'timed out', 'too old', 'time frame', 'validity'],
    when: anyOf(
      /lifetime validation failed, the token is expired/,
      /"exp" claim (?:timestamp check failed|not)/,
      /\bexp(?:iration|iry)? (?:time|date|claim) .{0,40}(?:passed|past|in the past)/,
      /(?:session|login)(?: has)? timed out/,
      /(?:token|jwt|session) is too old/,
      /not valid in the specified time frame/,
      /your session (?:has )?expired/,
      /token (?:is |has )?pass?(?:ed|t) its expir/,
      /\b(?:token|jwt)\b[^;]{0,40}[:(-] ?expired\b/,
      /\bexp'?"? claim (?:has |is )?expired/,
      /(?:token|key|credential|session)\b[^;]{0,30}\b(?:validity (?:period )?|lifetime )(?:has |is |was )?(?:ended|exceeded|over|elapsed)/,
      /no longer valid because it (?:has )?expired/,
      /(?:token|key|credential|session)\b[^;]{0,20}\bvalidity (?:has )?expired/,
      /\btoken (?:has )?timed out/,
      /^request has expired\.?$/,
    ),
    unless: anyOf(AMBIGUOUS_EXPIRY, NAMESAKES),
  },
];

export const revocationPhrases: readonly Phrase[] = [
  {
    // A kind of credential that is switched off is no credential that somebody ended.
    cause: 'credential-invalid',
    confidence: 'likely',
    about: ['disabled', 'not allowed', 'not accepted', 'not supported', 'not permitted', 'turned off', 'switched off'],
    when: anyOf(
      /\b(?:tokens|keys|passwords|pats) are (?:currently )?(?:disabled|not (?:allowed|accepted|supported|permitted)|turned off|switched off)/,
      /\b(?:authentication|authori[sz]ation|auth|login)(?: method| type)? (?:is|has been|was) (?:disabled|turned off|switched off)/,
    ),
    unless: /\bapi (?:is|has been) disabled/,
  },
  {
    cause: 'credential-revoked',
    confidence: 'certain',
    about: [
      'revoked',
      'invalidated',
      'rotated',
      'superseded',
      'withdrawn',
      'leaked',
      'removed access',
      'terminated by',
      'out from',
      'out by',
      'replaced',
    ],
    when: anyOf(
      `\\b(?:${CREDENTIAL}|consent|authori[sz]ation)\\b[^;]{0,60}\\b(?:is|was|been|are|were|has|have|already) (?:already |manually |automatically )?(?:revoked|invalidated|rotated|superseded|withdrawn)\\b`,
      `\\b(?:revoked|invalidated) (?:(?:access|api|auth\\w{0,12}|refresh|oauth) ){0,2}${CREDENTIAL}`,
      `session (?:was |has been )?(?:invalidated|terminated by)`,
      `(?:reported|flagged|detected) as (?:leaked|compromised)`,
      `has revoked (?:\\w{1,12} )?(?:permissions?|access|authori[sz]ation|consent)`,
      `(?:user|owner) has removed access`,
      `\\b(?:api|user|your|its|application|app|token)(?:'s)? access (?:to (?:this|the) api )?(?:was |has been |is )?revoked`,
      `\\b(?:tokens?|keys?|sessions?|credentials?|authentication) revoked\\b`,
      `(?:logged|signed) out (?:from|by|on) another`,
      `(?:token|key|session)\\b[^;]{0,20}(?:replaced by|superseded by)`,
      `changed (?:the|their|your|his) password`,
    ),
    unless: anyOf(
      /\b(?:invalid|incorrect|malformed|not valid|may|might|could)\b[^;]{0,40}\bor\b[^;]{0,30}revoked|may have been|might have been|could have been|revoked (?:certificate|cert)|not allowed to|\b(?:to (?:view|list|see|read)|delet\w{0,4}|remov\w{0,4}|purg\w{0,4}|list\w{0,4}|restore|only|of) (?:your |the |all |any )?revoked|\b(?:bucket|vault|folder|repository|public access|invitation)\b/,
      NAMESAKES,
    ),
  },
  {
    cause: 'credential-revoked',
    confidence: 'likely',
    about: [
      'disabled',
      'inactive',
      'deactivated',
      'deleted',
      'no longer',
      'removed',
      'suspended',
      'blacklisted',
      'blocklisted',
      'blocked',
      'cancel',
      'any more',
      'anymore',
    ],
    when: anyOf(
      /\b(?:(?:api|access|secret|app|subscription|developer)[ _-]?key(?: id)?|apikey|key|token|credentials?|client secret|service account|access key(?: id)? you provided|personal access token|pat)s?\b(?: (?:you|provided|used|supplied|given|id|is|in|this|the|request|for|app|'[^']{1,60}'|"[^"]{1,60}")){0,6}[ :]{0,2}(?:has|have|is|was|been|are|currently|has been|have been|is currently|status:?)? ?(?:already )?(?:disabled|inactive|deactivated|deleted|no longer (?:valid|active|exists?)|removed|suspended|blacklisted|blocklisted|blocked|cancel+ed)\b/,
      /\binactive (?:api |access )?(?:key|token|credential)/,
      /\b(?:key|token|credential)s?\b[^;]{0,12} (?:is |are )?(?:not active any ?more|no longer active)/,
      /\bdisabled (?:api |access )?key/,
    ),
    unless: anyOf(/api (?:is|has been) disabled|token endpoint|not active\b.{0,40}(?:yet|before)/, NAMESAKES),
  },
  {
    cause: 'credential-revoked',
    confidence: 'likely',
    about: ['user', 'member', 'principal', 'has not authorized application', 'bot '],
    when: anyOf(
      /\b(?:user|member|principal|bot|employee|person)(?: account)?\b(?: [\w.@'"-]{1,60}){0,3} (?:is|has been|was|been)? ?(?:currently )?(?:deactivated|inactive|disabled|deleted|removed|not active|archived)\b/,
      /(?:inactive|deactivated|disabled|deleted) (?:user|member)\b/,
      /has not authori[sz]ed application/,
    ),
    // Somebody else's account, whom the call is about.
    unless:
      /user (?:is )?(?:not )?(?:allowed|authori[sz]ed) to|\b(?:recipient|target|invited|invitee|requested|specified|other|another|mentioned|contact|addressee|followed)\b|removed from|cannot (?:invite|message|mention|assign)/,
  },
];

export const signaturePhrases: readonly Phrase[] = [
  {
    cause: 'credential-expired',
    confidence: 'likely',
    about: ['signature has expired'],
    when: /^(?:error decoding token: )?(?:token )?signature has expired\.?$/,
  },
  {
    cause: 'credential-invalid',
    confidence: 'likely',
    about: ['signature'],
    when: anyOf(
      /\b(?:jwt|token|bearer|id_token)\b.{0,60}signature/,
      /signature.{0,40}\b(?:jwt|token)\b/,
      /^signature verification failed\.?$/,
    ),
    unless: /security token|request signature|signature expired: |the request signature/,
  },
  {
    cause: 'signature-invalid',
    confidence: 'certain',
    about: ['signature', 'hmac', 'signed', 'sign ', 'clock', '-sign', ' sign'],
    when: anyOf(
      /(?:invalid|incorrect|wrong|bad|missing|unverified|mismatched|empty|expired|unsupported) (?:request |api |url |hmac |oauth |webhook |x-\w{1,20} )?(?:signature|hmac|sign)\b(?![- ](?:in|on|up))/,
      /^(?:wrong|invalid|bad|incorrect) sign$/,
      /^(?:api[- ])?sign\b(?! ?-?(?:in|on|up|off|the|this|our|your|a|an)\b)[^;]{0,20}(?:not match|mismatch|invalid|error|wrong|fail)/,
      /signed (?:request )?(?:with an? (?:incorrect|wrong|invalid)|has expired)/,
      /clock (?:is |seems )?(?:out of sync|wrong|off)/,
      /\b(?:signatures?|hmac)\b.{0,80}(?:not match|n't match|mismatch|invalid|incorrect|not valid|fail|expired|wrong|could not be verified|not verified|error|missing|required|not yet current|verif)/,
      /(?:does not|doesn't|do not|not) match the signature/,
      /signature (?:we|you) calculated/,
      /(?:request|url) (?:is|was) not signed/,
      /unsigned request/,
    ),
  },
  {
    cause: 'signature-invalid',
    confidence: 'likely',
    about: [
      'nonce',
      'timestamp',
      'clock',
      'request time',
      'skew',
      'recvwindow',
      'current time',
      'date header',
      'checksum',
      'digest',
      'hash',
    ],
    when: anyOf(
      /(?:invalid|bad|duplicate|reused|stale|used|old|expired|incorrect) (?:request )?(?:nonce|timestamp)/,
      /\bnonce\b.{0,60}(?:used|small|invalid|greater|increas|larger|repeat|not)/,
      /\btimestamp\b.{0,80}(?:outside|too|expired|ahead|behind|skew|window|invalid|out of|not within|refused|old|in the (?:past|future)|off|range)/,
      /clock (?:skew|drift)/,
      /(?:invalid|wrong|bad|incorrect) (?:request )?(?:checksum|digest|hash)\b/,
      /\b(?:checksum|digest|hash) (?:mismatch|(?:does not|doesn't|did not|not) match|is (?:invalid|wrong|incorrect))/,
      /request time.{0,40}(?:too (?:large|skewed)|differ|current time)/,
      /recvwindow/,
      /difference between the request time/,
      /(?:system|client|server|local) (?:clock|time)\b.{0,40}(?:sync|skew|differ|wrong|off)/,
      /date header.{0,40}(?:skew|range|too|outside)/,
    ),
    unless: /dpop|csrf|cookie nonce|time limit|file|password|commit|content/,
  },
];
