import type { Provider } from './provider.ts';

/**
 * Directus. `FORBIDDEN` stands for missing permissions and for items that do not exist alike.
 *
 * @see https://github.com/directus/directus/blob/main/docs/reference/error-codes.md
 */
export const directus: Provider = {
  name: 'directus',
  wrote: ({ codes }) =>
    codes.some(
      ({ path, value }) =>
        path === 'errors[0].extensions.code' &&
        /^(?:INVALID_CREDENTIALS|INVALID_IP|INVALID_OTP|REQUESTS_EXCEEDED|ROUTE_NOT_FOUND)$/.test(value),
    ),
  codesAt: /^errors\[\d{1,2}\]\.extensions\.code$/,
  codes: {
    forbidden: 'permission-denied',
    invalid_credentials: 'credential-invalid',
    invalid_ip: 'ip-not-allowed',
    invalid_otp: 'step-up-required',
    requests_exceeded: 'rate-limited',
    route_not_found: 'wrong-endpoint',
  },
  remedies: {
    'permission-denied':
      'Give the role or policy of the user access to the collection, and see that the item exists: Directus says the same of one that does not.',
    'ip-not-allowed': "Add the address to the allow list of the user's role or policy.",
    'step-up-required': 'Send the one-time password of the user along with the login.',
  },
};
