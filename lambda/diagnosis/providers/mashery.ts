import type { Provider } from './provider.ts';

/**
 * Mashery (Boomi), which names the error in a field of its own.
 *
 * @see https://github.com/hotelbeds-sdk/hotel-api-sdk-php/issues/137
 */
export const mashery: Provider = {
  name: 'mashery',
  fields: ['x-mashery-error-code'],
  codes: { err_403_developer_inactive: 'credential-invalid' },
  remedies: {
    'credential-invalid': 'The key is unknown, or not active for this API: look it up in the developer portal.',
  },
};
