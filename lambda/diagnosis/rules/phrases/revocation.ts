import { NAMESAKES } from '../namesakes.ts';
import { anyOf, type Phrase } from '../phrase.ts';
import { CREDENTIAL } from './credential-word.ts';

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
      'authorized by',
      'authorised by',
    ],
    when: anyOf(
      `\\b(?:${CREDENTIAL}|consent|authori[sz]ation)\\b[^;]{0,60}\\b(?:is|was|been|are|were|has|have|already) (?:already |manually |automatically )?(?:revoked|de-?authori[sz]ed|invalidated|rotated|superseded|withdrawn)\\b`,
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
      /\b(?:invalid|incorrect|malformed|not valid|may|might|could)\b[^;]{0,40}\bor\b[^;]{0,30}revoked|may have been|might have been|could have been|revoked (?:certificate|cert)|not allowed to|\b(?:to (?:view|list|see|read)|delet\w{0,4}|remov\w{0,4}|purg\w{0,4}|list\w{0,4}|restore|only|of) (?:your |the |all |any )?revoked|\b(?:bucket|vault|folder|repository|public access|invitation|recipient|promo|gift|voucher)\b|not found,? or\b/,
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
