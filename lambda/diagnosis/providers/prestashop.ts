import type { Provider } from './provider.ts';

/**
 * PrestaShop's webservice. Number 20, "not active", is said of an unknown key too.
 *
 * @see https://github.com/PrestaShop/PrestaShop/blob/develop/classes/webservice/WebserviceRequest.php
 * @see https://github.com/PrestaShop/PrestaShop/blob/develop/classes/webservice/WebserviceOutputXML.php
 */
export const prestashop: Provider = {
  name: 'prestashop',
  fields: [['www-authenticate', /prestashop webservice/i]],
  wrote: ({ content, leaves }) =>
    content === 'xml' && leaves.some(({ path }) => path === 'prestashop.errors.error.code'),
  codesAt: /^prestashop\.errors\.error\.code$/,
  codes: {
    '16': 'credential-missing',
    '17': 'credential-missing',
    '18': 'credential-invalid',
    '20': 'credential-invalid',
    '21': 'scope-missing',
    '22': 'feature-unavailable',
    '23': 'wrong-endpoint',
    '25': 'scope-missing',
    '26': 'scope-missing',
    '27': 'wrong-endpoint',
    '101': 'wrong-endpoint',
    '132': 'permission-denied',
  },
  remedies: {
    'credential-missing':
      'Where PHP runs as CGI the header is dropped: enable CGI mode under Advanced Parameters, Webservice.',
    'credential-invalid': 'Check under Advanced Parameters, Webservice, that the key is there and switched on.',
    'scope-missing': 'Tick the resource and the method for this key under Advanced Parameters, Webservice.',
    'feature-unavailable': 'Switch the webservice on under Advanced Parameters, Webservice.',
  },
};
