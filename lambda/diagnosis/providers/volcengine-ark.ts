import type { Provider } from './provider.ts';

/**
 * Volcengine Ark hides a model that the account has not opened behind a 404.
 *
 * @see https://github.com/xinnan-tech/xiaozhi-esp32-server/issues/1234
 */
export const volcengineArk: Provider = {
  name: 'volcengine-ark',
  hosts: ['volces.com'],
  codes: { modelnotopen: 'feature-unavailable' },
  remedies: { 'feature-unavailable': 'Open the model for the account in the Ark console.' },
};
