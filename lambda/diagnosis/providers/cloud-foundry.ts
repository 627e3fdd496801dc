import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * The cloud controller of Cloud Foundry. 10014 asks callers to log in, but is about how many there are.
 *
 * @see https://github.com/cloudfoundry/cloud_controller_ng/blob/main/errors/v2.yml
 * @see https://github.com/cloudfoundry/cloud_controller_ng/blob/main/app/presenters/v2_error_hasher.rb
 */
export const cloudFoundry: Provider = {
  name: 'cloud-foundry',
  wrote: ({ json }) => (textAt(json, 'error_code') ?? textAt(json, 'errors', 0, 'title'))?.startsWith('CF-') === true,
  codesAt: /^(?:errors\[\d{1,2}\]\.)?code$/,
  codes: {
    '1000': 'credential-invalid',
    '10002': 'credential-missing',
    '10003': 'permission-denied',
    '10007': 'scope-missing',
    '10013': 'rate-limited',
    '10014': 'rate-limited',
    '10016': 'rate-limited',
    '10017': 'account-suspended',
    '10018': 'rate-limited',
    '30004': 'request-rejected',
    '30005': 'request-rejected',
    '30006': 'request-rejected',
    '60005': 'quota-exceeded',
    '60007': 'feature-unavailable',
    '60010': 'permission-denied',
    '60012': 'quota-exceeded',
    '60013': 'feature-unavailable',
    '60018': 'permission-denied',
    '60021': 'feature-unavailable',
    '60025': 'feature-unavailable',
    '60029': 'request-rejected',
    '100005': 'quota-exceeded',
    '100007': 'quota-exceeded',
    '100008': 'quota-exceeded',
    '130005': 'quota-exceeded',
  },
  remedies: {
    'permission-denied': 'Have a manager of the org or space grant the role.',
    'account-suspended': 'An administrator of the platform has suspended this organisation.',
    'quota-exceeded': 'Have the quota plan of the org or space raised.',
  },
};
