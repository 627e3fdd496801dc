import { Command } from 'commander';
import type { Config, CredentialConfig, Probe } from '../../lambda/config/types.ts';
import { type CredentialReport, reportCredential } from '../../lambda/credential-report.ts';
import { type RunProbeDeps, runProbe } from '../../lambda/run-probe.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { loadConfig } from '../config/load.ts';
import { EXIT } from '../exit-codes.ts';
import { renderCredentials } from '../terminal/credentials-report.ts';
import { progressOn } from '../terminal/progress.ts';
import { styleFor } from '../terminal/style.ts';
import { ASK_TIME_MS, askAbout, probesOf } from './ask-about.ts';
import { configFile, configOption, secretsOption } from './config-option.ts';
import { inTurns } from './in-turns.ts';
import { nextRotations } from './rotations.ts';
import { commandParts } from './run-parts.ts';
import { commandLineSecrets } from './secrets.ts';

/** How many credentials are asked about at once. */
const AT_ONCE = 10;

interface Options {
  readonly config?: string;
  readonly secrets?: string;
  readonly json?: boolean;
}

/** `scopewatch credentials`: asks about every credential, now. */
export function credentialsCommand(): Command {
  return new Command('credentials')
    .description('ask what each credential has: its state, its end, its scopes, whom it speaks for')
    .addOption(configOption())
    .addOption(secretsOption())
    .option('--json', 'one JSON object, for scripts')
    .action(credentials);
}

async function credentials(options: Options): Promise<void> {
  const config = await loadConfig(configFile(options.config));
  const all = Object.entries(config.credentials);
  const startedAt = Date.now();
  const secrets = await commandLineSecrets(options.secrets);
  const parts = commandParts(config, secrets);
  const progress = progressOn(process.stderr, 'asking', all.length);
  const asked = await inTurns(
    all,
    AT_ONCE,
    ([name, credential]) => ask(name, credential, config, parts),
    progress.done,
  );
  const rotations = await nextRotations(all, secrets);
  progress.clear();

  const reports: CredentialReport[] = [];
  asked.forEach((one, index) => {
    const [name, credential] = all[index] ?? [];
    if (name === undefined || credential === undefined) return;
    if (one.status === 'rejected') {
      console.error(`monitor fault: ${name} was not asked about: ${one.reason?.message ?? one.reason}`);
      process.exitCode = EXIT.fault;
      return;
    }
    const rotatesAt = rotations.get(name);
    reports.push({
      ...reportCredential(name, credential, one.value, config.alerts, Date.now()),
      ...(rotatesAt !== undefined && { rotatesAt }),
    });
  });
  if (options.json) {
    console.log(
      JSON.stringify({
        monitor: config.monitor,
        startedAt: new Date(startedAt).toISOString(),
        credentials: reports,
      }),
    );
  } else console.log(renderCredentials(reports, Date.now(), styleFor(process.stdout), process.stdout.columns));
  process.exitCode ??= reports.every(isWell) ? EXIT.well : EXIT.refused;
}

/** A credential that nobody can be asked about is not said to be bad. */
function isWell({ state, unusable }: CredentialReport): boolean {
  return state === 'ok' || state === 'expiring' || (state === 'unknown' && unusable !== true);
}

/** The provider's own word; where it says nothing, one probe that uses the credential and changes nothing. */
async function ask(
  name: string,
  credential: CredentialConfig,
  config: Config,
  parts: RunProbeDeps,
): Promise<readonly RunResult[]> {
  const asked = await askAbout(name, credential, config, parts);
  const harmless = probesOf(name, config).find(isHarmless);
  if (asked.outcome !== 'failed' || asked.credentialUnreadable !== undefined || harmless === undefined) return [asked];
  const slot = Date.now();
  return [asked, await runProbe({ probe: harmless, slot, deadline: slot + ASK_TIME_MS }, parts)];
}

function isHarmless({ method }: Probe): boolean {
  return method === 'GET' || method === 'HEAD';
}
