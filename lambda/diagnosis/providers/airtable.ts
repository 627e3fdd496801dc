import type { Provider } from './provider.ts';

/** @see https://support.airtable.com/docs/airtable-api-common-troubleshooting */
export const airtable: Provider = {
  name: 'airtable',
  hosts: ['airtable.com'],
  remedies: {
    'credential-invalid': 'Tokens are at https://airtable.com/create/tokens',
    'permission-denied':
      'Two things must fit: the scopes and bases of the token at https://airtable.com/create/tokens and the role of its user in the base. A wrong id of a base or table gets the same answer.',
    'scope-missing': 'Add the scope to the token at https://airtable.com/create/tokens',
    'rate-limited':
      'A base takes 5 calls a second, and after a refusal nothing for 30 seconds: https://support.airtable.com/docs/airtable-api-common-troubleshooting',
  },
};
