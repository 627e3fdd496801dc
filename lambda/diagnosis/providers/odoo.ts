import type { Cause } from '../causes.ts';
import { codeEvidence, type Finding, type Rule } from '../finding.ts';
import { textAt } from '../reading/json.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

const EXCEPTIONS: Readonly<Record<string, Cause>> = {
  AccessDenied: 'credential-invalid',
  AccessError: 'permission-denied',
  SessionExpiredException: 'credential-expired',
};

function exceptionIn({ json }: Reading): string | undefined {
  const name = textAt(json, 'error', 'data', 'name');
  return name !== undefined && /^(?:odoo|openerp)\./.test(name) ? name : undefined;
}

/**
 * The class of the exception tells, as `error.code` is 100 or 200 whatever happened. A session that never was has
 * "expired" too, so a call without one is asked for it.
 */
const rule: Rule = (reading): Finding | undefined => {
  const name = exceptionIn(reading);
  const exception = name?.slice(name.lastIndexOf('.') + 1) ?? '';
  const cause = Object.hasOwn(EXCEPTIONS, exception) ? EXCEPTIONS[exception] : undefined;
  if (name === undefined || cause === undefined) return undefined;
  const isMissing = cause === 'credential-expired' && reading.credential.sent === false;
  return {
    cause: isMissing ? 'credential-missing' : cause,
    confidence: 'certain',
    evidence: [codeEvidence({ path: 'error.data.name', value: name, words: '' })],
  };
};

/**
 * Odoo's JSON-RPC, which answers with status 200.
 *
 * @see https://github.com/odoo/odoo/issues/14335
 * @see https://github.com/saidimu/odoo/issues/17
 * @see https://github.com/it-projects-llc/odoo-saas-tools/issues/749
 */
export const odoo: Provider = {
  name: 'odoo',
  hosts: ['odoo.com'],
  wrote: (reading) => exceptionIn(reading) !== undefined,
  rule,
};
