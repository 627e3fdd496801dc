/** What can expire, be revoked or be wrong. `key` alone is good enough where a verb stands beside it. */
export const CREDENTIAL =
  '(?:tokens?|jwts?|credentials?|(?:api|access|secret|signing|security|license|app|client|developer|consumer|subscription)[ _-]?keys?|apikey|keys?|secrets?|sessions?|passwords?|assertions?|authori[sz]ation codes?|auth(?:entication|ori[sz]ation)?|grant|login|ticket|pat|cookie|signature|sas|presigned url|pre-signed url)';
