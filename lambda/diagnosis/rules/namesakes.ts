/**
 * Things that share a credential's name but are the application's own, such as a page token or an upload session: that
 * one of them ended says nothing of the credential of the call. Written for lower-case words with single spaces.
 */
export const NAMESAKES = new RegExp(
  [
    '(?:page|paging|pagination|cursor|sync|continuation|continue|device|push|reset|invite|invitation|verification|confirmation|activation|unsubscribe) tokens?',
    '(?:upload|checkout|booking|chat|game|training|import|export|payment|editing) sessions?',
    'session (?:recording|replay)s?',
    '(?:idempotency|cache|gpg|pgp|partition|sort|hash|foreign|flag|ssh|public) keys?',
    '(?:research|funding) grants?',
    'support tickets?',
  ]
    .map((thing) => `\\b${thing}\\b`)
    .join('|'),
);
