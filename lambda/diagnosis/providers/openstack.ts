import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/** Keystone asks for authentication where none came, and where what came is wrong. */
const rule: Rule = (reading): Finding | undefined => {
  const message = findMessage(reading, /^the request you have made requires authentication/);
  if (message === undefined) return undefined;
  const tried =
    reading.credential.sent === true || (reading.method === 'POST' && reading.path.endsWith('/auth/tokens'));
  const cause = tried ? 'credential-invalid' : 'credential-missing';
  return { cause, confidence: 'likely', evidence: [messageEvidence(message)] };
};

/**
 * OpenStack's services, under anybody's host.
 *
 * @see https://github.com/openstack-exporter/openstack-exporter/issues/52 (Nova)
 * @see https://github.com/stackhpc/ansible-slurm-appliance/issues/594 (Neutron)
 * @see https://github.com/php-opencloud/openstack/issues/329 (Keystone)
 * @see https://github.com/openstack/swift/blob/master/swift/common/swob.py
 */
export const openstack: Provider = {
  name: 'openstack',
  fields: ['x-openstack-request-id', ['www-authenticate', /^keystone uri=/i]],
  wrote: ({ json }) =>
    textAt(json, 'NeutronError', 'type') !== undefined || typeof at(json, 'forbidden', 'code') === 'number',
  rule,
  sentences: [
    { cause: 'permission-denied', when: /^policy doesn't allow \S{1,100} to be performed|\bis disallowed by policy$/ },
    { cause: 'account-suspended', when: /^access was denied for financial reasons/ },
    { cause: 'permission-denied', confidence: 'likely', when: /^access was denied to this resource\.?$/ },
  ],
  requestIdFields: ['x-openstack-request-id'],
  remedies: {
    'permission-denied':
      'Assign the user a role in this project that the policy asks for, most often member or admin; the operator sets the policies.',
    'credential-invalid': 'Check user, domain and project of the login, and whether the password was changed.',
  },
};
