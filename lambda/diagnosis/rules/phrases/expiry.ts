import { NAMESAKES } from '../namesakes.ts';
import { anyOf, type Phrase } from '../phrase.ts';
import { CREDENTIAL } from './credential-word.ts';

const AMBIGUOUS_EXPIRY =
  /\b(?:invalid|incorrect|malformed|missing|bad|wrong|not valid|unknown|revoked|inactive|not found|unrecogni[sz]ed|does(?: not|n't) exist|deleted|corrupt(?:ed)?)\b[^;]{0,60}(?:\bor\b|\/|,)[^;]{0,24}\bexpired|\bexpired?\b[^;]{0,24}(?:\bor\b|\/|,)[^;]{0,24}\b(?:invalid|malformed|missing|incorrect|not valid|unknown|not found|bad|wrong|otherwise|does not|doesn't|used|unauthori[sz]ed)|(?:may|might|could|possibly|perhaps|probably|whether|either|if) (?:have |has |be |it |the |your |your session |your token )?(?:already )?(?:has |is )?expired|\beither (?:the |your |an? )?\w{1,20} (?:has |is )?expired|not (?:yet )?expired|(?:hasn't|has not|isn't|is not) expired/;

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
    also: new RegExp(`\\b(?:${CREDENTIAL}|access|consent|authori[sz]ation)\\b`),
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
    about: ['lifetime', 'exp', 'timed out', 'too old', 'time frame', 'validity', 'no longer valid', 'is after'],
    when: anyOf(
      /lifetime validation failed, the token is expired/,
      /"exp" claim (?:timestamp check failed|not)/,
      /\bexp(?:iration|iry)? (?:time|date|claim) .{0,40}(?:passed|past|in the past)/,
      /(?:session|login)(?: has)? timed out/,
      /(?:token|jwt|session) is too old/,
      /not valid in the specified time frame/,
      /your session (?:has )?expired/,
      /token (?:is |has )?pass?(?:ed|t) its expir/,
      /\b(?:jwt|token) is no longer valid - the evaluation time\b/,
      /certificate has expired or is not yet valid: current time \S{1,40} is after/,
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
