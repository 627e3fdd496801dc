import type { CredentialConfig } from '../config/types.ts';
import type { Authorisation } from '../credentials/authorisation.ts';
import type { Authorise } from '../credentials/authorise.ts';
import type { Introspect } from '../credentials/oauth/introspect.ts';
import type { SecretCache } from '../credentials/secret-cache.ts';
import { usableSecret } from '../credentials/usable-secret.ts';
import type { Answered } from '../grants/asked.ts';
import type { Observation } from '../request/observation.ts';

export interface AskIssuerDeps {
  readonly credentials: Readonly<Record<string, CredentialConfig>>;
  readonly secrets: SecretCache;
  readonly authorise: Authorise;
  readonly introspect: Introspect;
  readonly now: () => number;
}

/**
 * Asks the configured authorization server about the token, as the credential that is configured for that, or as the
 * client that minted it. `undefined` where none is configured or there is no token; whoever may not ask, or gets no
 * answer, has said nothing of the token.
 */
export async function askIssuer(
  credential: CredentialConfig,
  token: string | undefined,
  secretValue: string | undefined,
  deadline: number,
  deps: AskIssuerDeps,
): Promise<Answered | undefined> {
  if (credential.introspection === undefined || token === undefined) return undefined;
  const asker = await askerOf(credential, deadline, deps);
  if (asker !== undefined && 'problem' in asker) return unanswered(deps.now(), asker.problem);
  const asked = await deps.introspect({
    credential,
    token,
    deadline,
    ...(asker && { authorisation: asker }),
    ...(secretValue !== undefined && { secretValue }),
  });
  if ('problem' in asked) return unanswered(deps.now(), asked.problem);
  const { url, reading, response } = asked;
  if (response === undefined) return unanswered(deps.now(), `${url} gave no answer`);
  return {
    question: { tellsLife: false, read: () => reading ?? { source: 'reported' } },
    observation: { ...exchange(deps.now(), url), response },
  };
}

async function askerOf(
  { introspection }: CredentialConfig,
  deadline: number,
  { credentials, secrets, authorise }: AskIssuerDeps,
): Promise<Authorisation | { readonly problem: string } | undefined> {
  const name = introspection?.credential;
  const credential = name === undefined ? undefined : credentials[name];
  if (name === undefined || credential?.secret === undefined) return undefined;
  const secret = usableSecret(credential, await secrets.current(credential.secret));
  if (secret === undefined || 'problem' in secret) return secret;
  return authorise({ name, credential, secret, deadline });
}

function unanswered(at: number, message: string): Answered {
  return {
    question: { tellsLife: false, read: () => ({ source: 'reported' }) },
    observation: { ...exchange(at, ''), failure: { kind: 'protocol', phase: 'body', message } },
  };
}

function exchange(startedAt: number, url: string): Pick<Observation, 'request' | 'startedAt' | 'phases' | 'redirects'> {
  return {
    request: { method: 'POST', url, headers: {}, credentialSent: false },
    startedAt,
    phases: { totalMs: 0 },
    redirects: [],
  };
}
