import { Command } from 'commander';
import type { Config, Probe } from '../../lambda/config/types.ts';
import { type CredentialReport, reportCredential } from '../../lambda/credential-report.ts';
import { type RunProbeDeps, runProbe } from '../../lambda/run-probe.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { loadConfig } from '../config/load.ts';
import { EXIT } from '../exit-codes.ts';
import { renderCheck } from '../terminal/check-report.ts';
import { progressOn } from '../terminal/progress.ts';
import { styleFor } from '../terminal/style.ts';
import { askAbout } from './ask-about.ts';
import { configFile, configOption, secretsOption } from './config-option.ts';
import { inTurns } from './in-turns.ts';
import { commandParts } from './run-parts.ts';
import { commandLineSecrets } from './secrets.ts';
import { UsageError } from './usage-error.ts';

/** How many probes run at once. */
const AT_ONCE = 10;

/** What making a credential usable may take beside the two calls of a run. */
const MINTING_MS = 15_000;

interface Options {
  readonly config?: string;
  readonly secrets?: string;
  readonly probe?: readonly string[];
  readonly json?: boolean;
}

/** `scopewatch check`: runs each probe once, now. */
export function checkCommand(): Command {
  return new Command('check')
    .description('run each probe once, now')
    .addOption(configOption())
    .addOption(secretsOption())
    .option('-p, --probe <name...>', 'only these probes')
    .option('--json', 'one JSON object, for scripts')
    .action(check);
}

async function check(options: Options): Promise<void> {
  const config = await loadConfig(configFile(options.config));
  const probes = choose(config, options.probe);
  const startedAt = Date.now();
  const deps = commandParts(config, await commandLineSecrets(options.secrets));
  const { results, faults } = await runAll(probes, deps);
  const used = Object.entries(config.credentials).filter(
    ([name]) => options.probe === undefined || probes.some(({ credential }) => credential === name),
  );
  const asked = await inTurns(used, AT_ONCE, ([name, credential]) => askAbout(name, credential, config, deps));
  const answers = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const credentials = used.map(([name, credential]) =>
    reportCredential(name, credential, [...results, ...answers], config.alerts, Date.now()),
  );
  if (options.json) console.log(JSON.stringify(checkJson(config, startedAt, results, credentials)));
  else
    console.log(
      renderCheck(
        { ...config, probes, credentials: Object.fromEntries(used) },
        results,
        styleFor(process.stdout),
        answers,
        process.stdout.columns,
      ),
    );
  for (const { probe, error } of faults) console.error(`monitor fault: ${probe} was not checked: ${error}`);
  if (faults.length > 0) process.exitCode = EXIT.fault;
  else if (results.some(({ outcome }) => outcome !== 'ok')) process.exitCode = EXIT.refused;
}

function choose(config: Config, names: readonly string[] | undefined): readonly Probe[] {
  if (names === undefined) return config.probes;
  const unknown = names.filter((name) => !config.probes.some((probe) => probe.name === name));
  if (unknown.length > 0) {
    const known = config.probes.slice(0, 20).map(({ name }) => `"${name}"`);
    throw new UsageError(
      `no probe is named ${unknown.map((name) => `"${name}"`).join(', ')}: there are ${known.join(', ')}`,
    );
  }
  return config.probes.filter(({ name }) => names.includes(name));
}

/** A probe that the monitor itself failed to run: that costs the others nothing. */
interface Fault {
  readonly probe: string;
  readonly error: string;
}

async function runAll(probes: readonly Probe[], deps: RunProbeDeps) {
  const progress = progressOn(process.stderr, 'checking', probes.length);
  const settled = await inTurns(
    probes,
    AT_ONCE,
    (probe) => {
      const now = Date.now();
      return runProbe({ probe, slot: now, deadline: now + 2 * probe.timeoutMs + MINTING_MS }, deps);
    },
    progress.done,
  );
  progress.clear();
  const faults = settled.flatMap((one, index): readonly Fault[] => {
    const probe = probes[index]?.name;
    if (one.status === 'fulfilled' || probe === undefined) return [];
    return [{ probe, error: one.reason instanceof Error ? one.reason.message : String(one.reason) }];
  });
  return { results: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), faults };
}

function checkJson(
  { monitor }: Config,
  startedAt: number,
  results: readonly RunResult[],
  credentials: readonly CredentialReport[],
) {
  return {
    monitor,
    startedAt: new Date(startedAt).toISOString(),
    probes: results.map(({ probe, url, outcome, status, durationMs, phases, diagnosis, failures }) => ({
      name: probe,
      url,
      outcome,
      status,
      durationMs,
      phases,
      diagnosis,
      failures,
    })),
    credentials,
  };
}
