import { type AuthoriserDeps, authoriser } from './credentials/authoriser.ts';
import { introspector } from './credentials/oauth/introspect.ts';
import { secretCache } from './credentials/secret-cache.ts';
import type { SecretReader } from './ports.ts';
import { request } from './request/request.ts';
import type { RunProbeDeps } from './run-probe.ts';

export interface RunPartsOptions extends Omit<AuthoriserDeps, 'secrets' | 'request'> {
  readonly reader: SecretReader;
  /** Default: real requests. */
  readonly request?: typeof request;
}

/** What runs are made with: one cache of secrets and one of tokens for all of them, for the process's life. */
export function runParts({
  reader,
  request: send = request,
  ...options
}: RunPartsOptions): Omit<RunProbeDeps, 'credentials'> {
  const { now } = options;
  const secrets = secretCache(reader, now);
  return {
    now,
    secrets,
    request: send,
    authorise: authoriser({ ...options, secrets, request: send }),
    introspect: introspector({ now, request: send }),
  };
}
