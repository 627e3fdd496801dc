/**
 * Things that share a credential's name but are the application's own, such as a page token or an upload session: that
 * one of them ended says nothing of the credential of the call. Written for lower-case words with single spaces.
 */
export const NAMESAKES = new RegExp(
  [
    '(?:page|paging|pagination|cursor|sync|continuation|continue|device|push|lock|lease|change|captcha|link|share|download|card|payment|release|gift|registration|enrol\\w{0,5}|reset|invite|invitation|verification|confirmation|activation|unsubscribe) tokens?',
    '(?:upload|checkout|booking|chat|game|training|import|export|payment|editing|consumer group|query|streaming|terminal) sessions?',
    'session (?:recording|replay)s?',
    '(?:idempotency|cache|gpg|pgp|partition|sort|hash|foreign|flag|ssh|public|vault|kms|encryption|master|customer[- ]managed) keys?',
    '(?:research|funding) grants?',
    'support tickets?',
  ]
    .map((thing) => `\\b${thing}\\b`)
    .join('|'),
);

/** Words before which a session, a key or a ticket is as a rule the caller's own. */
const OWN =
  'the|your|this|that|an?|my|our|its|his|her|their|provided|supplied|given|used|current|previous|access|api|app|application|users?|login|client|web|auth|oauth2?|bearer|security|secret|service|account|developer|consumer|subscription|private|personal|integration|old|new|existing|invalid|expired|revoked|inactive|disabled|deleted|valid|of|for|with|from|in|by|and|or|no|sso|saml|browser|admin|server|rest|jwt|id|refresh|session|token|kerberos|authentication|authorization|publishable|test|live|production|sandbox|restricted|license|project|primary|secondary|root|host';
/** A session, key or ticket of something else: that it ended is the credential's end only where the status says so. */
export const STRANGERS = new RegExp(`\\b(?!(?:${OWN})\\b)[a-z]{2,20} (?:sessions?|keys?|tickets?)\\b`);

/** Keys that encrypt and sign data are not the caller's. */
export const CRYPTOGRAPHY = /\b(?:encrypt|decrypt|wrap key|unwrap|key vault|kms|customer[- ]managed)\b/;
