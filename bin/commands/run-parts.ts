import type { Config } from '../../lambda/config/types.ts';
import type { Log } from '../../lambda/ports.ts';
import { runParts } from '../../lambda/run-parts.ts';
import type { RunProbeDeps } from '../../lambda/run-probe.ts';
import { commandLineAwsKeys } from './aws-keys.ts';
import { commandLineSecrets } from './secrets.ts';

/**
 * What a command that runs probes, or asks about credentials, makes them with on this machine.
 *
 * @throws UsageError when the secrets file is missing or is no JSON object
 */
export async function commandParts(
  { monitor, credentials }: Config,
  secretsFile: string | undefined,
): Promise<RunProbeDeps> {
  const { secrets: reader, ...writing } = await commandLineSecrets(secretsFile);
  const awsKeys = commandLineAwsKeys(monitor);
  return { ...runParts({ now: Date.now, log: warnOnStandardError, reader, awsKeys, ...writing }), credentials };
}

const warnOnStandardError: Log = (level, message) => {
  if (level !== 'info') console.error(`${level}: ${message}`);
};
