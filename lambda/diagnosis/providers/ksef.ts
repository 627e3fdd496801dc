import type { Rule } from '../finding.ts';
import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/** The newer answers list the permissions that would do, and those that the token has. */
const rule: Rule = ({ json }) => {
  if (textAt(json, 'reasonCode') !== 'missing-permissions') return undefined;
  const present = namesAt(json, 'presentPermissions');
  const missing = namesAt(json, 'requiredAnyOfPermissions').filter((name) => !present.includes(name));
  return {
    cause: 'scope-missing',
    confidence: 'likely',
    evidence: [{ where: 'body reasonCode', what: 'missing-permissions' }],
    details: {
      ...(missing.length > 0 && { missingScopes: missing }),
      ...(present.length > 0 && { grantedScopes: present }),
    },
  };
};

function namesAt(json: unknown, name: string): readonly string[] {
  const list = at(json, 'security', name);
  return Array.isArray(list) ? list.slice(0, 32).filter((item) => typeof item === 'string' && item.length < 80) : [];
}

/**
 * Poland's e-invoicing. Imperva's fields come with every answer of the API itself, so they show no block.
 *
 * @see https://github.com/CIRFMF/ksef-api/issues/833
 * @see https://github.com/CIRFMF/ksef-api/issues/354
 */
export const ksef: Provider = {
  name: 'ksef',
  hosts: ['ksef.mf.gov.pl', 'ksef-test.mf.gov.pl'],
  rule,
  sentences: [
    { cause: 'permission-denied', when: /^nie można nadać tokenowi uprawnień,? których nie posiadasz/ },
    { cause: 'permission-denied', when: /^brakujące uprawnienia: / },
  ],
  remedies: {
    'scope-missing':
      'Any one of the listed permissions will do; have it granted in this context, then issue the token again.',
    'permission-denied': 'A token can be given no permission that its owner does not have.',
  },
};
