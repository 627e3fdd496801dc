import type { Provider } from './provider.ts';

/**
 * Docusign asks for consent once for each user on whose behalf an application signs in.
 *
 * @see https://developers.docusign.com/platform/auth/consent/obtaining-individual-consent/
 * @see https://github.com/docusign/docusign-esign-java-client/issues/118
 * @see https://github.com/docusign/docusign-esign-php-client/issues/187
 */
export const docusign: Provider = {
  name: 'docusign',
  hosts: ['docusign.com'],
  codesAt: /^error(?:_description)?$/,
  codes: { consent_required: 'step-up-required', issuer_not_found: 'credential-invalid' },
  remedies: {
    'step-up-required':
      'Have the user consent to "signature" and "impersonation" both: https://developers.docusign.com/platform/auth/consent/obtaining-individual-consent/',
    'credential-invalid': 'Check the integration key (issuer).',
  },
};
