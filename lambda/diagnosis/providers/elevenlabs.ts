import type { Provider } from './provider.ts';

/**
 * ElevenLabs answers 401 to nearly everything: only the status in its body tells.
 *
 * @see https://help.elevenlabs.io/hc/en-us/articles/19572237925521
 * @see https://github.com/home-assistant/core/issues/160414 (`quota_exceeded`)
 * @see https://github.com/OWASP/Nest/pull/3861 (`detected_unusual_activity`)
 * @see https://github.com/danielmiessler/LifeOS/pull/950 (`missing_permissions`)
 */
export const elevenlabs: Provider = {
  name: 'elevenlabs',
  hosts: ['elevenlabs.io'],
  codesAt: /^detail\.status$/,
  codes: {
    detected_unusual_activity: 'account-suspended',
    invalid_api_key: 'credential-invalid',
    missing_permissions: 'scope-missing',
    quota_exceeded: 'quota-exceeded',
  },
  requestIdFields: ['x-trace-id'],
  remedies: {
    'scope-missing':
      'The key is restricted: edit its permissions. See https://help.elevenlabs.io/hc/en-us/articles/19572237925521',
    'account-suspended':
      'A paid plan, or a call without a proxy or VPN, ends it. See https://help.elevenlabs.io/hc/en-us/articles/19572237925521',
    'quota-exceeded':
      'The answer is a 401, but the key is good. See https://help.elevenlabs.io/hc/en-us/articles/19572237925521',
  },
};
