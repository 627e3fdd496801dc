import { headerEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** A 403 hands out the token that the call has to repeat; one that is about permissions does not. */
const rule: Rule = ({ status, fields }) =>
  status === 403 && fields.has('x-csrf-token')
    ? { cause: 'csrf-rejected', confidence: 'certain', evidence: [headerEvidence('x-csrf-token', 'present')] }
    : undefined;

/**
 * Roblox answers every first POST with a 403 and a token.
 *
 * @see https://github.com/noblox/noblox.js/pull/856
 * @see https://github.com/emppu-dev/roblox-visit-bot/issues/7
 */
export const roblox: Provider = {
  name: 'roblox',
  hosts: ['roblox.com'],
  fields: ['roblox-machine-id', 'x-roblox-edge'],
  rule,
  sentences: [{ cause: 'csrf-rejected', when: /^token validation failed/ }],
  remedies: { 'csrf-rejected': 'Repeat the call with the x-csrf-token of this answer as a header of the same name.' },
};
