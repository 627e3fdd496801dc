import { findMessage, messageEvidence, type Rule } from '../finding.ts';
import { splitScopes } from '../reading/scopes.ts';
import type { Provider } from './provider.ts';

const SCOPES = /^invalid scope\(s\): ([\w:,\s-]{0,600})\. this endpoint requires the ([\w:-]{2,80}) scope/;

/**
 * The "invalid" scopes are those that the token has.
 *
 * @see https://developers.figma.com/docs/rest-api/errors
 * @see https://github.com/figma/variables-github-action-example/issues/38
 */
const rule: Rule = (reading) => {
  const message = findMessage(reading, SCOPES);
  const [, granted = '', missing = ''] = SCOPES.exec(message?.plain ?? '') ?? [];
  return (
    message && {
      cause: 'scope-missing',
      confidence: 'certain',
      evidence: [messageEvidence(message)],
      details: { missingScopes: [missing], grantedScopes: splitScopes(granted) },
    }
  );
};

/** @see https://developers.figma.com/docs/rest-api/rate-limits */
export const figma: Provider = {
  name: 'figma',
  hosts: ['figma.com'],
  rule,
  remedies: {
    'scope-missing':
      'Create a token with the scope. `file_variables:read` is there on the Enterprise plan only. See https://developers.figma.com/docs/rest-api/errors',
    'credential-invalid':
      'Figma answers 403 where others say 401; a personal token goes into the header `X-Figma-Token`. See https://developers.figma.com/docs/rest-api/errors',
    'rate-limited':
      'The limit depends on the seat and on the plan of the file, down to a few calls a month: https://developers.figma.com/docs/rest-api/rate-limits',
    'quota-exceeded':
      'The limit depends on the seat and on the plan of the file: https://developers.figma.com/docs/rest-api/rate-limits',
  },
};
