import { anyOf, type Phrase } from '../phrase.ts';

/** CSRF before CORS before signatures: a CSRF check names the Origin header too, and a nonce or a token. */
export const originPhrases: readonly Phrase[] = [
  {
    cause: 'csrf-rejected',
    confidence: 'certain',
    about: ['csrf', 'xsrf', 'forgery', 'authenticity', 'crumb', 'nonce', 'cross-site'],
    when: anyOf(
      /\b\w{0,8}(?:csrf|xsrf)/,
      /(?:cross[- ]?site|request) (?:request )?forgery/,
      /anti-?forgery/,
      /authenticity[ _]?token/,
      /cross-site (?:post|form)/,
      /\bcrumb\b.{0,40}(?:request|invalid|missing)/,
      /(?:valid|invalid) crumb/,
      /cookie nonce/,
      /nonce (?:verification|check) failed/,
      /security nonce/,
    ),
  },
  {
    cause: 'csrf-rejected',
    confidence: 'likely',
    about: ['referer check', 'page expired', 'cookie check', 'security validation', 'form digest'],
    when: /referer check(?:ing)? failed|^(?:419 )?page expired\b|^cookie check failed|security validation for this page|form digest/,
  },
  {
    cause: 'ip-not-allowed',
    confidence: 'likely',
    about: ['this ip, site'],
    when: /this ip, site or mobile application is not authorized/,
  },
  {
    cause: 'cors-rejected',
    confidence: 'likely',
    about: ['cors', 'cross-origin', 'cross origin', 'access-control-allow'],
    when: anyOf(/\bcors\b/, /cross[- ]origin (?:request|resource|access|embedder)/, /access-control-allow-origin/),
  },
  {
    cause: 'cors-rejected',
    confidence: 'likely',
    about: ['origin'],
    when: anyOf(
      /(?:invalid|bad|unknown|untrusted|unauthori[sz]ed|disallowed|forbidden|unregistered|missing) (?:request )?origin\b/,
      /\borigin\b.{0,120}\b(?:not|isn't|n't) (?:be )?(?:an? )?(?:allowed|permitted|authori[sz]ed|whitelisted|allowlisted|registered|trusted|accepted|match|on the)/,
      /origin (?:header )?(?:is |was )?(?:mismatch|denied|rejected|blocked|forbidden)/,
      /does not match the (?:allowed|registered) origin/,
    ),
    unless: /\borigin (?:server|host|dns)\b/,
  },
  {
    cause: 'cors-rejected',
    confidence: 'likely',
    about: ['referer', 'referrer'],
    when: anyOf(
      /refer?rer.{0,120}(?:block|not (?:allowed|permitted|authori[sz]ed)|restrict|denied|mismatch|invalid)/,
      /(?:invalid|missing|unauthori[sz]ed|did not specify any|empty|not allowed) (?:http )?refer?rer/,
      /(?:from|to|by) (?:the |this )?(?:http )?refer?rer/,
      /restricted to\b[^;]{0,40}\b(?:refer?rers?|websites?)/,
    ),
    unless: /\bper-ip\b|user[- ]agent|refer?rer:\S/,
  },
  {
    cause: 'cors-rejected',
    confidence: 'possible',
    about: ['domain'],
    when: anyOf(
      /\b(?:this|your|request(?:ing)?|website|the) domain\b.{0,60}\bnot (?:allowed|authori[sz]ed|permitted|whitelisted|registered)/,
      /unauthori[sz]ed (?:website |web )?domain/,
      /^(?:this |your |the )?domain (?:is )?not (?:allowed|whitelisted|registered|authori[sz]ed)/,
      /not (?:allowed|authori[sz]ed|permitted|valid|enabled) (?:for|from|on|to) (?:this|your|the) (?:domain|website|origin)\b/,
    ),
    unless: /e-?mail|send|from address|tenant/,
  },
];
