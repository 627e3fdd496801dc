import type { Cause } from '../../causes.ts';
import type { Confidence } from '../../diagnosis.ts';
import type { Concept } from './concept.ts';

/** What a set of concepts in one sentence means. */
export interface Judgement {
  readonly cause: Cause;
  readonly confidence: Confidence;
  /** One of each list must be there. */
  readonly all: readonly (readonly Concept[])[];
  readonly none?: readonly Concept[];
}

/** From what is told by one word to what takes several; the first that fits wins. */
export const JUDGEMENTS: readonly Judgement[] = [
  { cause: 'csrf-rejected', confidence: 'likely', all: [['csrf']] },
  {
    cause: 'waf-blocked',
    confidence: 'likely',
    all: [['defence'], ['blocked', 'denied', 'suspended']],
    none: ['account', 'credential'],
  },
  {
    cause: 'ip-not-allowed',
    confidence: 'likely',
    all: [['ip'], ['denied', 'blocked', 'invalid', 'lacking', 'suspended', 'unavailable', 'missing']],
    none: ['rate', 'defence'],
  },
  {
    cause: 'geo-blocked',
    confidence: 'likely',
    all: [['country'], ['denied', 'blocked', 'unavailable', 'suspended', 'lacking']],
  },
  { cause: 'cors-rejected', confidence: 'likely', all: [['origin'], ['denied', 'blocked', 'invalid', 'missing']] },
  { cause: 'signature-invalid', confidence: 'likely', all: [['signature'], ['invalid', 'expired', 'missing']] },
  { cause: 'quota-exceeded', confidence: 'likely', all: [['quota'], ['exceeded', 'lacking', 'missing', 'expired']] },
  {
    cause: 'quota-exceeded',
    confidence: 'likely',
    all: [['rate', 'limit'], ['long-period'], ['exceeded', 'lacking', 'limit', 'denied']],
  },
  { cause: 'rate-limited', confidence: 'likely', all: [['rate'], ['exceeded', 'limit', 'blocked']] },
  { cause: 'quota-exceeded', confidence: 'possible', all: [['limit'], ['exceeded']] },
  {
    cause: 'account-suspended',
    confidence: 'likely',
    all: [['payment'], ['account', 'suspended', 'exceeded', 'lacking']],
  },
  {
    cause: 'scope-missing',
    confidence: 'likely',
    all: [['scope'], ['lacking', 'missing']],
    none: ['or', 'identity', 'request-part', 'namesake'],
  },
  {
    cause: 'credential-invalid',
    confidence: 'likely',
    all: [
      ['credential'],
      ['invalid', 'not-found', 'missing', 'revoked', 'deactivated'],
      ['expired', 'revoked'],
      ['or'],
    ],
    none: ['namesake'],
  },
  {
    cause: 'credential-expired',
    confidence: 'likely',
    all: [['credential'], ['expired']],
    none: ['or', 'invalid', 'namesake'],
  },
  { cause: 'step-up-required', confidence: 'likely', all: [['step'], ['missing', 'lacking', 'denied', 'unavailable']] },
  {
    cause: 'credential-revoked',
    confidence: 'likely',
    all: [['credential'], ['revoked', 'deactivated']],
    none: ['or', 'namesake'],
  },
  {
    cause: 'credential-revoked',
    confidence: 'likely',
    all: [['identity'], ['deactivated']],
    none: ['credential', 'expired', 'invalid', 'namesake'],
  },
  {
    cause: 'account-suspended',
    confidence: 'likely',
    all: [
      ['account', 'identity'],
      ['suspended', 'blocked'],
    ],
  },
  {
    cause: 'account-suspended',
    confidence: 'likely',
    all: [['account'], ['expired', 'revoked', 'deactivated']],
    none: ['or'],
  },
  { cause: 'feature-unavailable', confidence: 'likely', all: [['feature'], ['unavailable']] },
  {
    cause: 'credential-missing',
    confidence: 'likely',
    all: [['credential'], ['missing']],
    none: ['invalid', 'permission', 'or', 'namesake'],
  },
  { cause: 'permission-denied', confidence: 'likely', all: [['permission'], ['lacking', 'denied', 'missing']] },
  {
    cause: 'credential-invalid',
    confidence: 'likely',
    all: [['credential'], ['invalid', 'not-found']],
    none: ['namesake'],
  },
  {
    cause: 'permission-denied',
    confidence: 'possible',
    all: [
      ['identity', 'act'],
      ['denied', 'lacking'],
    ],
    none: ['not-found', 'namesake'],
  },
  { cause: 'wrong-endpoint', confidence: 'possible', all: [['endpoint'], ['invalid', 'unavailable', 'not-found']] },
  { cause: 'request-rejected', confidence: 'possible', all: [['request-part'], ['missing', 'invalid', 'unavailable']] },
  { cause: 'credential-missing', confidence: 'possible', all: [['credential'], ['missing']], none: ['namesake'] },
];
