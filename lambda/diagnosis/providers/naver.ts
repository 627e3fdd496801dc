import type { Provider } from './provider.ts';

/**
 * Naver: number 024 covers a key that is not known and one that was not sent; the sentence tells. The search
 * advertising API answers 403 to whatever is wrong with a credential.
 *
 * @see https://github.com/navermaps/maps.js/issues/327
 * @see https://github.com/naver/searchad-apidoc/issues/1493
 */
export const naver: Provider = {
  name: 'naver',
  hosts: ['naver.com'],
  sentences: [{ cause: 'credential-invalid', when: /^not exist client id\b/ }],
  codesAt: /^type$/,
  codes: {
    'urn:naver:api:problem:auth-failed': 'credential-invalid',
    'urn:naver:api:problem:forbidden': 'permission-denied',
    'urn:naver:api:problem:invalid-signature': 'signature-invalid',
  },
  remedies: {
    'credential-missing': 'The key goes into the headers X-Naver-Client-Id and X-Naver-Client-Secret.',
    'credential-invalid':
      'The key goes into the headers X-Naver-Client-Id and X-Naver-Client-Secret; compare it with the one of the application.',
  },
};
