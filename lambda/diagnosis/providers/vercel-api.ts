import type { Finding, Rule } from '../finding.ts';
import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/** `saml` asks for a new sign-in to the team while the token itself stays good; a named action and resource, for a role. */
const rule: Rule = ({ json }): Finding | undefined => {
  if (at(json, 'error', 'saml') === true) {
    const evidence = [{ where: 'body error.saml', what: 'true' }];
    return { cause: 'step-up-required', confidence: 'certain', evidence };
  }
  const action = textAt(json, 'error', 'action');
  if (textAt(json, 'error', 'code') !== 'forbidden' || action === undefined) return undefined;
  return {
    cause: 'permission-denied',
    confidence: 'certain',
    evidence: [{ where: 'body error.action', what: action.slice(0, 160) }],
  };
};

/**
 * Vercel's own API; its edge in front of others is an edge.
 *
 * @see https://github.com/vercel/vercel/pull/6053 (`saml`)
 * @see https://github.com/dyad-sh/dyad/issues/4175
 */
export const vercelApi: Provider = {
  name: 'vercel-api',
  hosts: ['api.vercel.com'],
  rule,
  remedies: {
    'step-up-required': 'Sign in to the team with its single sign-on again: the session is over, the token is not.',
    'permission-denied': 'The user of the token needs a role in this team that allows the action.',
  },
};
