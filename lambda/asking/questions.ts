import type { Probe } from '../config/types.ts';
import type { Authorisation } from '../credentials/authorisation.ts';
import type { Answered } from '../grants/asked.ts';
import { baseFor } from '../grants/base.ts';
import type { Question } from '../grants/provider.ts';
import { providerFor } from '../grants/providers/index.ts';
import type { RunProbeDeps } from '../run-probe.ts';
import { ASKED } from '../run-result.ts';
import type { PlannedCheck } from './planned-check.ts';

/** How long a provider has to answer one question. */
const QUESTION_TIMEOUT_MS = 10_000;

/** What the credential's provider can be asked about it, where it is asked. */
export function questionsFor({ credential, urls }: PlannedCheck, { token }: Authorisation): readonly Question[] {
  const provider = providerFor(credential, urls);
  const base = provider && baseFor(credential, provider, urls);
  return (base !== undefined && provider?.questions?.({ base, token })) || [];
}

/** Sends one question as a probe would be sent, without following a redirect: a sign-in page is no answer. */
export async function answerTo(
  question: Question,
  authorisation: Authorisation,
  { credential, deadline }: PlannedCheck,
  deps: Pick<RunProbeDeps, 'request'>,
): Promise<Answered> {
  const { method = 'GET', url, headers = {}, body, signedFor } = question;
  const probe: Probe = {
    name: ASKED,
    url,
    method,
    headers: { accept: 'application/json', ...headers },
    ...(body !== undefined && { body }),
    everyMs: credential.everyMs,
    timeoutMs: QUESTION_TIMEOUT_MS,
    maxRedirects: 0,
    allowPrivateNetwork: credential.allowPrivateNetwork,
    expect: { status: ['2xx'], headers: {}, json: [] },
  };
  const own = Object.entries(authorisation.headers).filter(([name]) => !Object.hasOwn(headers, name));
  const observation = await deps.request({
    probe,
    authorisation: { ...authorisation, headers: Object.fromEntries(own) },
    deadlineMs: deadline,
    ...(signedFor && { signedFor }),
  });
  return { question, observation };
}
