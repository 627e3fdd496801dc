import type { Cause } from '../causes.ts';
import { messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** What the server says of `iat`, which each token has to carry and which may be 60 s off at most. */
const SAYINGS: Readonly<Record<string, Cause>> = {
  'stale token': 'signature-invalid',
  'future token': 'signature-invalid',
  'missing issued-at': 'credential-invalid',
};

const rule: Rule = ({ messages }) => {
  const message = messages.find(({ path, plain }) => path === '' && Object.hasOwn(SAYINGS, plain));
  const cause = message && SAYINGS[message.plain];
  return message && cause && { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
};

/**
 * The engine API of go-ethereum.
 *
 * @see https://github.com/ethereum/go-ethereum/blob/master/node/jwt_handler.go
 */
export const geth: Provider = {
  name: 'geth',
  wrote: ({ content, messages }) => content === 'text' && messages.some(({ plain }) => Object.hasOwn(SAYINGS, plain)),
  rule,
  remedies: {
    'signature-invalid': 'Sign a new token for each call, with `iat` of that moment: it may be 60 s off at most.',
    'credential-invalid': 'Sign the token with the secret that both sides share, and with an `iat` claim.',
  },
};
