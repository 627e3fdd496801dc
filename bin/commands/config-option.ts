import { Option } from 'commander';
import { findConfig } from '../config/load.ts';

export function configOption(): Option {
  return new Option('-c, --config <file>', 'the configuration (default: scopewatch.config.* in this folder)');
}

export function secretsOption(): Option {
  return new Option('-s, --secrets <file>', 'values of secrets: a JSON object, name → value');
}

/** The named file, else the one that lies in the working directory. */
export function configFile(named: string | undefined): string {
  return named ?? findConfig(process.cwd());
}
