import type { Provider } from './provider.ts';

/**
 * Oracle Cloud Infrastructure, which hides what the caller may not see behind 404.
 *
 * @see https://docs.cloud.oracle.com/Content/API/References/apierrors.htm
 * @see https://github.com/hitrov/oci-arm-host-capacity/issues/72
 */
export const oracleCloud: Provider = {
  name: 'oracle-cloud',
  hosts: ['oraclecloud.com'],
  fields: ['opc-request-id'],
  codesAt: /^code$/,
  codes: {
    limitexceeded: 'quota-exceeded',
    namespacenotfound: 'permission-denied',
    notallowed: 'wrong-endpoint',
    notauthenticated: 'credential-invalid',
    notauthorized: 'permission-denied',
    notauthorizedornotfound: 'permission-denied',
    quotaexceeded: 'quota-exceeded',
    relatedresourcenotauthorizedornotfound: 'permission-denied',
    signuprequired: 'feature-unavailable',
  },
  requestIdFields: ['opc-request-id'],
  remedies: {
    'permission-denied':
      'A wrong OCID, compartment or region gives the same answer; if they are right, add a policy: https://docs.oracle.com/en-us/iaas/Content/Identity/Reference/policyreference.htm',
    'credential-invalid':
      'Check the key of the user, and the clock: a signature that does not verify gives the same answer.',
    'wrong-endpoint': "Send this call to the tenancy's home region.",
    'quota-exceeded': 'Request a higher service limit, or look for a quota policy of the compartment.',
  },
};
