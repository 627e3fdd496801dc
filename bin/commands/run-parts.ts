import type { Config } from '../../lambda/config/types.ts';
import type { Log } from '../../lambda/ports.ts';
import { runParts } from '../../lambda/run-parts.ts';
import type { RunProbeDeps } from '../../lambda/run-probe.ts';
import { commandLineAwsKeys } from './aws-keys.ts';
import type { CommandLineSecrets } from './secrets.ts';

/**
 * What a command that runs probes, or asks about credentials, makes them with on this machine.
 */
export function commandParts(
  { monitor, credentials }: Config,
  { secrets: reader, writer, leases }: CommandLineSecrets,
): RunProbeDeps {
  const writing = { ...(writer && { writer }), ...(leases && { leases }) };
  const awsKeys = commandLineAwsKeys(monitor);
  return { ...runParts({ now: Date.now, log: warnOnStandardError, reader, awsKeys, ...writing }), credentials };
}

const warnOnStandardError: Log = (level, message) => {
  if (level !== 'info') console.error(`${level}: ${message}`);
};
