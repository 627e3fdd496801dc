import type { Provider } from './provider.ts';

/**
 * IBM Cloud, whose services each have codes of their own, and a 500 for a missing right.
 *
 * @see https://github.com/IBM/ibm-cloud-reference-architectures/issues/18 (A0656, whose `type` says Authentication)
 * @see https://github.com/ppc64le/devops-automation/issues/6 (Power Virtual Server)
 * @see https://github.com/IBM-Cloud/terraform-provider-ibm/issues/334 (BXNIM0415E)
 */
export const ibmCloud: Provider = {
  name: 'ibm-cloud',
  hosts: ['cloud.ibm.com'],
  sentences: [
    { cause: 'credential-invalid', when: /^provided api key could not be found/ },
    { cause: 'permission-denied', when: /\bdoes not have any access authority/ },
  ],
  codes: { a0656: 'permission-denied', bxnim0415e: 'credential-invalid' },
  remedies: {
    'permission-denied':
      'Where the answer has recoveryCLI, it holds the very command that grants the role; also check that the key belongs to this account and not to another one.',
    'credential-invalid': 'A deleted API key gives the same answer as one that never was: list the keys of the user.',
  },
};
