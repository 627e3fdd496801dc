import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { starterConfig } from '../config/template.ts';
import { UsageError } from './usage-error.ts';

/** `scopewatch init [FILE]`: a commented configuration to start from. Never overwrites one. */
export function initCommand(): Command {
  return new Command('init')
    .description('write a commented configuration to start from')
    .argument('[file]', 'where to', 'scopewatch.config.ts')
    .action(async (file: string) => {
      if (!/\.[cm]?[jt]s$/.test(file)) {
        throw new UsageError(`${file} must end in .ts, .mts, .js or .mjs: what is written is TypeScript`);
      }
      try {
        await writeFile(file, starterConfig(), { flag: 'wx' });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST') throw new UsageError(`${file} exists already: name another file, or remove it first`);
        if (code === 'ENOENT') throw new UsageError(`${file} cannot be written: its folder does not exist`);
        if (code === 'EACCES' || code === 'EISDIR') throw new UsageError(`${file} cannot be written (${code})`);
        throw error;
      }
      console.log(`Wrote ${file}. Next: edit it, then run  scopewatch check --config ${file}`);
    });
}
