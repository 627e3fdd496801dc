import type { Cause } from '../causes.ts';
import { at, textAt } from '../reading/json.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/**
 * PostgREST's own codes and those of PostgreSQL that it passes on. `PGRST301` is any fault of a JWT, an expired one too,
 * so its sentence decides.
 *
 * @see https://docs.postgrest.org/en/latest/references/errors.html
 */
export const POSTGREST_CODES: Readonly<Record<string, Cause>> = {
  pgrst302: 'credential-missing',
  pgrst106: 'wrong-endpoint',
  pgrst101: 'wrong-endpoint',
  pgrst117: 'wrong-endpoint',
  '42501': 'permission-denied',
  '0l000': 'permission-denied',
  '0lp01': 'permission-denied',
  '0p000': 'permission-denied',
  '28000': 'permission-denied',
  '25006': 'request-rejected',
};

/** The four names of each of its errors, with a code in its form or PostgreSQL's. */
function wrote({ json }: Reading): boolean {
  const code = textAt(json, 'code');
  return (
    code !== undefined &&
    /^(?:PGRST[\dX]\d\d|[\dA-Z]{5})$/.test(code) &&
    ['message', 'details', 'hint'].every((name) => at(json, name) !== undefined)
  );
}

/** PostgREST in front of any PostgreSQL; Supabase's is known by its host. */
export const postgrest: Provider = {
  name: 'postgrest',
  wrote,
  codesAt: /^code$/,
  codes: POSTGREST_CODES,
  remedies: {
    'permission-denied':
      'Grant the role of the token the privilege on the table, schema or function, or write a row-level security policy for it: https://docs.postgrest.org/en/latest/references/errors.html',
    'credential-missing': 'Calls without a token are refused while `db-anon-role` is not set.',
    'wrong-endpoint':
      'Compare schema, table and method with what is exposed: https://docs.postgrest.org/en/latest/references/errors.html',
  },
};
