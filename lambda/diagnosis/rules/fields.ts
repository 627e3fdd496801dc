import type { Cause } from '../causes.ts';
import { headerEvidence, type Rule } from '../finding.ts';

/**
 * Response fields that name the cause by being there with such a value.
 *
 * @see https://docs.openstack.org/keystone/2025.2/user/multi-factor-authentication.html (`openstack-auth-receipt`)
 * @see https://github.com/hotelbeds-sdk/hotel-api-sdk-php/issues/137 (`x-mashery-error-code`)
 */
const FIELDS: readonly (readonly [string, RegExp, Cause])[] = [
  ['openstack-auth-receipt', /./, 'step-up-required'],
  ['x-mashery-error-code', /OVER_QPS/i, 'rate-limited'],
  ['x-mashery-error-code', /OVER_RATE/i, 'quota-exceeded'],
  ['x-mashery-error-code', /DEVELOPER_INACTIVE|NOT_AUTHORIZED|UNKNOWN_KEY/i, 'credential-invalid'],
];

export const tellingFields: Rule = ({ fields }) => {
  for (const [name, pattern, cause] of FIELDS) {
    const value = fields.get(name);
    if (value !== undefined && pattern.test(value)) {
      return {
        cause,
        confidence: 'certain',
        evidence: [headerEvidence(name, name === 'openstack-auth-receipt' ? 'present' : value)],
      };
    }
  }
  return undefined;
};
