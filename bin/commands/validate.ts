import { Command } from 'commander';
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
    });
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
