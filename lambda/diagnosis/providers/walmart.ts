import type { Provider } from './provider.ts';

/**
 * Walmart's gateway.
 *
 * @see https://github.com/highsidelabs/walmart-api-php/issues/5
 */
export const walmart: Provider = {
  name: 'walmart',
  hosts: ['walmartapis.com'],
  codes: { 'unauthorized.gmp_gateway_api': 'credential-invalid' },
  remedies: { 'credential-invalid': 'Canada asks for other headers than the United States: compare both.' },
};
