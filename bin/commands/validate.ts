import { Command } from 'commander';
import { nearestName } from '../../lambda/config/problem.ts';
import type { Config } from '../../lambda/config/types.ts';
import { PROVIDERS } from '../../lambda/diagnosis/providers/index.ts';
import { GRANT_PROVIDERS } from '../../lambda/grants/providers/index.ts';
import { loadConfig } from '../config/load.ts';
import { configFile, configOption } from './config-option.ts';

/** `scopewatch validate`: all problems of a configuration at once, nothing sent anywhere. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('check a configuration without sending anything')
    .addOption(configOption())
    .action(async (options: { config?: string }) => {
      const file = configFile(options.config);
      const config = await loadConfig(file);
      const credentials = Object.keys(config.credentials).length;
      console.log(
        `${file} is valid: monitor ${config.monitor}, ${count(config.probes.length, 'probe')}, ${count(credentials, 'credential')}`,
      );
      for (const note of providerNotes(config)) console.error(note);
    });
}

/** Providers that are probably misspelt. Any name is allowed, but of an unknown one nothing is asked. */
function providerNotes({ credentials }: Config): readonly string[] {
  const names = [
    ...PROVIDERS.map(({ name }) => name),
    ...GRANT_PROVIDERS.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
  ];
  return Object.entries(credentials).flatMap(([credential, { provider }]) => {
    if (provider === undefined || names.includes(provider)) return [];
    const near = nearestName(provider, names);
    return near === undefined
      ? []
      : [
          `note: provider "${provider}" of credential "${credential}" is not one that is known: did you mean "${near}"?`,
        ];
  });
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
