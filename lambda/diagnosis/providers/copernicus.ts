import type { Provider } from './provider.ts';

/**
 * The Copernicus data stores call a licence that nobody has accepted a lack of permission.
 *
 * @see https://github.com/ecmwf/cdsapi/issues/108
 */
export const copernicus: Provider = {
  name: 'copernicus',
  hosts: ['climate.copernicus.eu'],
  sentences: [{ cause: 'step-up-required', when: /^required licences not accepted\b/ }],
  remedies: {
    'step-up-required': "Accept the licences on the dataset's own page, with the account that the key belongs to.",
  },
};
