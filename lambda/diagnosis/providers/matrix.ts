import { codeEvidence, type Rule, statusEvidence } from '../finding.ts';
import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * What the code alone leaves open: an unknown token whose session may be renewed has ended by itself, a 401 without a
 * code asks for the next step of a login, and `M_FORBIDDEN` of a login speaks of the password.
 */
const rule: Rule = (reading) => {
  const { json, status, path } = reading;
  const name = textAt(json, 'errcode');
  if (name === undefined) {
    const isLogin = status === 401 && textAt(json, 'session') !== undefined && Array.isArray(at(json, 'flows'));
    return isLogin
      ? {
          cause: 'step-up-required',
          confidence: 'certain',
          evidence: [statusEvidence(reading), { where: 'body flows', what: 'present' }],
        }
      : undefined;
  }
  const code = reading.codes.find((one) => one.path === 'errcode');
  if (code === undefined) return undefined;
  if (name === 'M_UNKNOWN_TOKEN' && at(json, 'soft_logout') === true) {
    return {
      cause: 'credential-expired',
      confidence: 'certain',
      evidence: [codeEvidence(code), { where: 'body soft_logout', what: 'true' }],
    };
  }
  return name === 'M_FORBIDDEN' && !/\/(?:login|auth)$/.test(path)
    ? { cause: 'permission-denied', confidence: 'likely', evidence: [codeEvidence(code)] }
    : undefined;
};

/**
 * Homeservers of Matrix, such as Synapse, at a host of their own.
 *
 * @see https://github.com/matrix-org/synapse/blob/develop/synapse/api/errors.py
 * @see https://github.com/element-hq/synapse/blob/develop/synapse/api/auth/internal.py
 */
export const matrix: Provider = {
  name: 'matrix',
  wrote: ({ json }) => {
    const code = textAt(json, 'errcode');
    return code === undefined
      ? textAt(json, 'session') !== undefined && Array.isArray(at(json, 'flows'))
      : /^(?:M_|ORG[._]MATRIX)/.test(code);
  },
  rule,
  codesAt: /^errcode$/,
  codes: {
    m_missing_token: 'credential-missing',
    m_unknown_token: 'credential-invalid',
    m_guest_access_forbidden: 'permission-denied',
    org_matrix_expired_account: 'account-suspended',
    'org.matrix.msc3823.user_account_suspended': 'account-suspended',
    m_user_deactivated: 'credential-revoked',
    m_consent_not_given: 'step-up-required',
    m_limit_exceeded: 'rate-limited',
    m_resource_limit_exceeded: 'quota-exceeded',
    m_wrong_room_keys_version: 'request-rejected',
  },
  remedies: {
    'credential-expired': 'The session is still there and may be renewed; no new device is needed.',
    'step-up-required': 'Where the answer has a `consent_uri`, the user has to open that page and accept the terms.',
    'account-suspended': "The homeserver's administrator sets how long an account is valid and lifts a suspension.",
    'quota-exceeded': "The limit is the homeserver's own; the answer's `admin_contact` says whom to ask.",
    'permission-denied':
      "Raise the user's power level in the room; for a refused server, its administrator edits the federation allow list.",
  },
};
