import { headerEvidence, type Rule, statusEvidence } from '../finding.ts';
import type { Provider } from './provider.ts';

/** A 409 hands out the session id that the next call has to send back. */
const rule: Rule = (reading) => {
  const isHandshake = reading.status === 409 && reading.fields.has('x-transmission-session-id');
  return isHandshake
    ? {
        cause: 'csrf-rejected',
        confidence: 'certain',
        evidence: [statusEvidence(reading), headerEvidence('x-transmission-session-id', 'present')],
      }
    : undefined;
};

/**
 * The RPC server of the Transmission daemon.
 *
 * @see https://github.com/transmission/transmission/blob/main/libtransmission/rpc-server.cc
 */
export const transmission: Provider = {
  name: 'transmission',
  fields: ['x-transmission-session-id', ['server', /^transmission\b/i]],
  rule,
  sentences: [{ cause: 'wrong-endpoint', when: /\bhostname was unrecognized\b/ }],
  remedies: {
    'csrf-rejected': 'Take `X-Transmission-Session-Id` from the answer and repeat the call with it.',
    'wrong-endpoint':
      'Add the host name to `rpc_host_whitelist` in settings.json, or enable password authentication, which allows any.',
    'credential-invalid': "User and password of the RPC server stand in the daemon's settings.json.",
    unknown:
      'A bare 403 means that the address is not in `rpc_whitelist` of settings.json, or that too many logins failed.',
  },
};
