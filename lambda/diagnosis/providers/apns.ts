import type { Provider } from './provider.ts';

/**
 * Apple's push service. A "device token" is the recipient, not a credential; the "provider token" is the caller's.
 *
 * @see https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns
 * @see https://docs.rs/a2/0.4.0/a2/response/enum.ErrorReason.html
 */
export const apns: Provider = {
  name: 'apns',
  hosts: ['push.apple.com'],
  codesAt: /^reason$/,
  codes: {
    badcertificate: 'credential-invalid',
    badcertificateenvironment: 'credential-invalid',
    baddevicetoken: 'request-rejected',
    badpath: 'wrong-endpoint',
    badtopic: 'request-rejected',
    devicetokennotfortopic: 'request-rejected',
    expiredprovidertoken: 'credential-expired',
    forbidden: 'permission-denied',
    invalidprovidertoken: 'credential-invalid',
    methodnotallowed: 'wrong-endpoint',
    missingdevicetoken: 'request-rejected',
    missingprovidertoken: 'credential-missing',
    toomanyprovidertokenupdates: 'rate-limited',
    toomanyrequests: 'rate-limited',
    topicdisallowed: 'permission-denied',
    unregistered: 'request-rejected',
  },
  requestIdFields: ['apns-id'],
  remedies: {
    'credential-expired': "Sign a new provider token, and check this machine's clock.",
    'credential-invalid':
      'Check the key, its id and the team, and that a certificate fits the host: the sandbox has its own. See https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
  },
};
