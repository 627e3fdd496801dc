import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Zulip, which anyone may run: its messages are translated, its codes are not.
 *
 * @see https://github.com/zulip/zulip/blob/main/zerver/lib/exceptions.py
 */
export const zulip: Provider = {
  name: 'zulip',
  hosts: ['zulipchat.com'],
  fields: [['www-authenticate', /realm="zulip"/i]],
  wrote: ({ json }) =>
    at(json, 'result') === 'error' &&
    textAt(json, 'msg') !== undefined &&
    /^[A-Z]+(?:_[A-Z]+){1,6}$/.test(textAt(json, 'code') ?? ''),
  codesAt: /^code$/,
  codes: {
    unauthorized: 'credential-missing',
    invalid_api_key: 'credential-invalid',
    authentication_failed: 'credential-invalid',
    user_deactivated: 'credential-revoked',
    realm_deactivated: 'account-suspended',
    password_auth_disabled: 'feature-unavailable',
    password_reset_required: 'credential-revoked',
    unauthorized_principal: 'permission-denied',
    csrf_failed: 'csrf-rejected',
    rate_limit_hit: 'rate-limited',
    nonexistent_subdomain: 'wrong-endpoint',
  },
};
