import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * Dataverse, the store of Dynamics 365 and Power Apps: its codes come in hexadecimal, or as the same number signed.
 *
 * @see https://learn.microsoft.com/en-us/troubleshoot/power-platform/dataverse/user-permissions/client-errors
 * @see https://learn.microsoft.com/en-us/power-apps/developer/data-platform/reference/web-service-error-codes
 */
export const dataverse: Provider = {
  name: 'dataverse',
  hosts: ['dynamics.com'],
  rule: entraSays,
  codes: {
    '0x80040220': 'permission-denied',
    '-2147220960': 'permission-denied',
    '0x80048306': 'permission-denied',
    '-2147187962': 'permission-denied',
    '0x80048405': 'permission-denied',
    '-2147187707': 'permission-denied',
  },
  remedies: {
    'permission-denied':
      'Add the privilege that the message names to a security role of this user or team, in the environment itself: https://learn.microsoft.com/en-us/troubleshoot/power-platform/dataverse/user-permissions/client-errors',
  },
};
