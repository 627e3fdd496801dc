import type { Provider } from './provider.ts';

/**
 * Adyen's code of the error: its text is as short as "Not allowed".
 *
 * @see https://docs.adyen.com/errors/forbidden
 * @see https://github.com/Adyen/adyen-php-api-library/issues/95
 */
export const adyen: Provider = {
  name: 'adyen',
  hosts: ['adyen.com'],
  codesAt: /(?:^|\.)errorCode$/,
  codes: { '010': 'permission-denied', '00_403': 'permission-denied' },
  remedies: {
    'permission-denied':
      "Check the merchant account that the call names, then the API credential's roles; a role for raw card data is given by Adyen's support only. See https://docs.adyen.com/errors/forbidden",
  },
};
