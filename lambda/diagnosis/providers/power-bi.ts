import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * Power BI, which answers 401 without a word to what is a missing right.
 *
 * @see https://github.com/MicrosoftDocs/powerbi-docs/issues/1096
 * @see https://github.com/MicrosoftDocs/powerbi-docs/issues/3234
 * @see https://github.com/migueesc123/PowerBIRESTAPI/issues/29
 */
export const powerBi: Provider = {
  name: 'power-bi',
  hosts: ['powerbi.com'],
  rule: entraSays,
  codes: { powerbinotauthorizedexception: 'permission-denied' },
  requestIdFields: ['requestid'],
  remedies: {
    'permission-denied':
      'Add the identity to the workspace; for a service principal, also allow them in the tenant settings of the admin portal; admin calls need Tenant.Read.All: https://learn.microsoft.com/power-bi/developer/embedded/embed-service-principal',
  },
};
