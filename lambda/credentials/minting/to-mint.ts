import type { CredentialConfig } from '../../config/types.ts';
import type { ToAuthorise } from '../authorise.ts';

/** A credential of one kind whose secret was read, to mint a token with. */
export interface ToMint<Credential extends CredentialConfig> extends ToAuthorise {
  readonly credential: Credential;
}
