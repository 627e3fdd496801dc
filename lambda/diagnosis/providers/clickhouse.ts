import type { Cause } from '../causes.ts';
import { headerEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

const BY_NUMBER: Readonly<Record<string, Cause>> = { '497': 'permission-denied', '516': 'credential-invalid' };

/** The number of the exception has a field of its own; the body may be cut, or a part of a result. */
const byNumber: Rule = ({ status, fields }) => {
  const number = fields.get('x-clickhouse-exception-code') ?? '';
  const cause = status >= 400 && Object.hasOwn(BY_NUMBER, number) ? BY_NUMBER[number] : undefined;
  return cause && { cause, confidence: 'certain', evidence: [headerEvidence('x-clickhouse-exception-code', number)] };
};

/**
 * ClickHouse's exceptions, which name themselves in brackets. A missing grant came with status 500 until 2026.
 *
 * @see https://github.com/ClickHouse/ClickHouse/pull/111043
 * @see https://github.com/Altinity/clickhouse-operator/issues/1008 (516)
 * @see https://github.com/ClickHouse/ClickHouse/issues/27450
 */
export const clickhouse: Provider = {
  name: 'clickhouse',
  fields: ['x-clickhouse-exception-code', 'x-clickhouse-server-display-name'],
  wrote: ({ content, body }) => content === 'text' && /^Code: \d{1,4}\. DB::Exception: /.test(body),
  rule: byNumber,
  sentences: [
    { cause: 'permission-denied', when: /\((?:access_denied|set_non_granted_role)\)/ },
    { cause: 'credential-invalid', when: /\((?:authentication_failed|unknown_user|wrong_password)\)/ },
  ],
  remedies: {
    'credential-invalid':
      'ClickHouse answers the same to a wrong password, to an unknown user and to no password at all.',
    'permission-denied': 'The message names the grant that the user needs, and on what.',
  },
};
