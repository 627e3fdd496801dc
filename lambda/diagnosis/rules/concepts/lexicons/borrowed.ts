import type { Words } from '../concept.ts';

/** What servers everywhere say in English, in the middle of any language: added to each lexicon but English. */
export const borrowed: Words = {
  credential: [
    'tokens?\\b',
    '(?:api|access|app|secret)[ _-]?keys?\\b',
    '(?:api|app|client)[ _-]?secret\\b',
    '(?:app|client)[ _-]?id\\b',
    'jwts?\\b',
    'credentials?\\b',
    'passwords?\\b',
    'username\\b',
    'login\\b',
    'authorization\\b',
  ],
  signature: ['hmac', 'timestamps?\\b', 'nonces?\\b'],
  scope: ['scopes?\\b'],
  feature: ['apis?\\b(?![ _-]?(?:key|token|secret))'],
  ip: ['ips?\\b', 'whitelist', 'allow-?list'],
  origin: ['cors\\b', 'origin\\b', 'referr?er\\b'],
  csrf: ['csrf', 'xsrf', 'anti-?forgery'],
  rate: ['rate[ _-]?limit', 'throttl', 'qps\\b'],
  quota: ['quotas?\\b', 'credits?\\b'],
  step: ['[2m]fa\\b', 't?otp\\b', 'sso\\b', 'saml\\b'],
  defence: ['firewall', 'waf\\b', 'captcha', 'bots?\\b'],
  'request-part': ['headers?\\b', 'user[ -]agent', 'https\\b', 'ssl\\b', 'tls\\b', 'content-type', 'body\\b', 'payload'],
  endpoint: ['urls?\\b', 'host\\b', 'endpoint\\b'],
  exceeded: ['throttl'],
  namesake: ['page[ _-]?token', 'cursor\\b', 'upload', 'ssh\\b', 'public key', 'coupon', 'voucher'],
};
