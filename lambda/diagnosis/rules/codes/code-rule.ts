import type { Cause } from '../../causes.ts';

/** Words of which a code must have one of each group, in whatever order; and none of the last. */
export interface CodeRule {
  readonly cause: Cause;
  readonly all: readonly RegExp[];
  readonly none?: RegExp;
}

/** Any of these words, whole. */
export const words = (...alternatives: readonly string[]) => new RegExp(`\\b(?:${alternatives.join('|')})\\b`);

/** What codes call a credential. */
export const CREDENTIAL = words(
  'tokens?',
  'jwts?',
  '(?:api|app|access|auth|partner|client|secret|subscription|security) ?keys?',
  'apikeys?',
  'keys?',
  'credentials?',
  'secrets?',
  'sessions?',
  'passwords?',
  'log ?ins?',
  'auth',
  'authentication',
  'bearer',
  'pat',
  'cookies?',
  'grants?',
  'assertions?',
  'tickets?',
);
