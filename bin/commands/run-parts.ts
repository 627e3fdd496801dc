import { authoriser } from '../../lambda/credentials/authoriser.ts';
import { secretCache } from '../../lambda/credentials/secret-cache.ts';
import type { Log } from '../../lambda/ports.ts';
import { request } from '../../lambda/request/request.ts';
import type { RunProbeDeps } from '../../lambda/run-probe.ts';
import { commandLineSecrets } from './secrets.ts';

/**
 * What a command that runs probes, or asks about credentials, makes them with on this machine.
 *
 * @throws UsageError when the secrets file is missing or is no JSON object
 */
export async function runParts(secretsFile: string | undefined): Promise<Omit<RunProbeDeps, 'credentials'>> {
  const now = Date.now;
  const { secrets: reader, ...writing } = await commandLineSecrets(secretsFile);
  const secrets = secretCache(reader, now);
  const authorise = authoriser({ now, secrets, request, log: warnOnStandardError, ...writing });
  return { now, secrets, request, authorise };
}

const warnOnStandardError: Log = (level, message) => {
  if (level !== 'info') console.error(`${level}: ${message}`);
};
