import type { CredentialState } from './state.ts';

/** What a run may use of what is remembered of its credential. */
export type KnownCredential = Pick<
  CredentialState,
  'blames' | 'incident' | 'grant' | 'grantReadAt' | 'grantVersion' | 'baselines' | 'asked' | 'declared'
>;
