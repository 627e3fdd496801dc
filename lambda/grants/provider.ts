import type { ObservedResponse } from '../request/observation.ts';
import type { GrantReading } from './reading.ts';

/** How one provider's API tells what a credential has. */
export interface GrantProvider {
  /** As in a credential's `provider`. */
  readonly name: string;
  /** Whether a host is this provider's, for credentials that name none. */
  readonly answersAt: (host: string) => boolean;
  /** What a response to a request with the credential says about it. Never throws. */
  readonly read: (response: ObservedResponse, token: string | undefined) => GrantReading;
  /** Scopes that a scope includes. */
  readonly implies: (scope: string) => readonly string[];
}
