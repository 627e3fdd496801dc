import type { Config } from '../../lambda/config/types.ts';
import { authoriser } from '../../lambda/credentials/authoriser.ts';
import { secretCache } from '../../lambda/credentials/secret-cache.ts';
import type { Log } from '../../lambda/ports.ts';
import { request } from '../../lambda/request/request.ts';
import type { RunProbeDeps } from '../../lambda/run-probe.ts';
import { commandLineAwsKeys } from './aws-keys.ts';
import { commandLineSecrets } from './secrets.ts';

/**
 * What a command that runs probes, or asks about credentials, makes them with on this machine.
 *
 * @throws UsageError when the secrets file is missing or is no JSON object
 */
export async function runParts(
  { monitor }: Config,
  secretsFile: string | undefined,
): Promise<Omit<RunProbeDeps, 'credentials'>> {
  const now = Date.now;
  const secrets = secretCache(await commandLineSecrets(secretsFile), now);
  const awsKeys = commandLineAwsKeys(monitor);
  return { now, secrets, request, authorise: authoriser({ now, secrets, request, log: warnOnStandardError, awsKeys }) };
}

const warnOnStandardError: Log = (level, message) => {
  if (level !== 'info') console.error(`${level}: ${message}`);
};
