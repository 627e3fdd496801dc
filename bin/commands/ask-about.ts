import { checkCredential } from '../../lambda/asking/check-credential.ts';
import { asAsked } from '../../lambda/asking/check-plan.ts';
import { probeIndex } from '../../lambda/config/probe-index.ts';
import type { Config, CredentialConfig, Probe } from '../../lambda/config/types.ts';
import type { RunProbeDeps } from '../../lambda/run-probe.ts';
import type { RunResult } from '../../lambda/run-result.ts';

/** What asking about one credential may take. */
export const ASK_TIME_MS = 30_000;

/**
 * The provider's own word on a credential, now. A person asks, who sees where the word comes from: it is believed
 * without another witness.
 */
export function askAbout(
  name: string,
  credential: CredentialConfig,
  config: Config,
  parts: RunProbeDeps,
): Promise<RunResult> {
  const slot = Date.now();
  const probes = probesOf(name, config);
  const urls = probes.map(({ url }) => url);
  return checkCredential(
    { name, credential: asAsked(credential, probes), urls, slot, deadline: slot + ASK_TIME_MS, isBlamed: true },
    parts,
  );
}

/** The probes that use a credential. */
export function probesOf(name: string, config: Config): readonly Probe[] {
  const { namesByCredential, byName } = probeIndex(config);
  return (namesByCredential.get(name) ?? []).flatMap((probe) => byName.get(probe) ?? []);
}
