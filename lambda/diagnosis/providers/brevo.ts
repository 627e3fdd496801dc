import type { Provider } from './provider.ts';

/**
 * Brevo, formerly Sendinblue.
 *
 * @see https://github.com/sendinblue/APIv3-python-library/issues/63
 */
export const brevo: Provider = {
  name: 'brevo',
  hosts: ['brevo.com', 'sendinblue.com'],
  fields: ['sib-request-id'],
  sentences: [{ cause: 'credential-invalid', when: /^key not found$/ }],
  requestIdFields: ['sib-request-id'],
};
