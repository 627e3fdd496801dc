import type { Provider } from './provider.ts';

/**
 * VirusTotal's codes; `QuotaExceededError` is left to general rules, for it is of a minute, a day or a month.
 *
 * @see https://docs.virustotal.com/reference/errors
 */
export const virustotal: Provider = {
  name: 'virustotal',
  hosts: ['virustotal.com'],
  codesAt: /^error\.code$/,
  codes: {
    authenticationrequirederror: 'credential-missing',
    forbiddenerror: 'permission-denied',
    toomanyrequestserror: 'rate-limited',
    usernotactiveerror: 'step-up-required',
    wrongcredentialserror: 'credential-invalid',
  },
  remedies: {
    'credential-missing': 'The key goes into the header `x-apikey`: https://www.virustotal.com/gui/my-apikey',
    'credential-invalid': 'Compare it with the one at https://www.virustotal.com/gui/my-apikey',
    'step-up-required': 'Activate the account by the link that was sent by e-mail.',
  },
};
