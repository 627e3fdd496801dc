import type { Provider } from './provider.ts';

/**
 * Pinterest, whose sandbox takes no production token, nor the other way round.
 *
 * @see https://github.com/pinterest/api-quickstart/issues/97
 */
export const pinterest: Provider = {
  name: 'pinterest',
  hosts: ['pinterest.com'],
  fields: ['x-pinterest-rid'],
  sentences: [{ cause: 'scope-missing', when: /sufficient permissions.{0,80}\bscopes?\b/ }],
  codesAt: /^code$/,
  codes: { '2': 'credential-invalid' },
  requestIdFields: ['x-pinterest-rid'],
  remedies: {
    'credential-invalid':
      'A production token does not work in the sandbox, nor the other way round: https://github.com/pinterest/api-quickstart/issues/97',
  },
};
