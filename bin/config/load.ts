import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { type ParseOptions, parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import { importConfig } from './import-config.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

/** Extensions of a configuration file, in the order in which they are looked for. */
export const CONFIG_EXTENSIONS = ['.ts', '.mts', '.mjs', '.js', '.json', '.yaml', '.yml'] as const;

const EXTENSIONS_LISTED = `${CONFIG_EXTENSIONS.slice(0, -1).join(', ')} or ${CONFIG_EXTENSIONS.at(-1)}`;

/**
 * Reads and checks a configuration file.
 *
 * TypeScript and JavaScript are imported and give it as their default export; an import of `scopewatch` in them finds
 * `defineConfig`. Throws `ConfigError` for a file that is missing or cannot be understood, with the place, and for
 * what is wrong in the configuration, with all problems.
 */
export async function loadConfig(file: string, options?: ParseOptions): Promise<Config> {
  return parseConfig(await readConfig(file), options);
}

/** The configuration file that lies in a folder. Throws `ConfigError` when there is none. */
export function findConfig(folder: string): string {
  const found = CONFIG_EXTENSIONS.map((extension) => join(folder, `scopewatch.config${extension}`)).find(existsSync);
  if (found !== undefined) return relative(process.cwd(), found);
  throw new ConfigError([
    `no scopewatch.config with ${EXTENSIONS_LISTED} in ${folder}: write one with "scopewatch init", or name a file with --config`,
  ]);
}

async function readConfig(file: string): Promise<unknown> {
  const extension = extname(file);
  if (!CONFIG_EXTENSIONS.some((known) => known === extension)) {
    throw new ConfigError([`${file} must end in ${EXTENSIONS_LISTED}`]);
  }
  const text = await readText(file);
  if (extension === '.json') return readJson(text, file);
  if (extension === '.yaml' || extension === '.yml') return readYaml(text, file);
  return importConfig(file);
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: write one with "scopewatch init", or name another with --config',
  EISDIR: 'is a folder: name the file in it',
  EACCES: 'may not be read: its permissions forbid it',
};

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new ConfigError([`${file} ${UNREADABLE[code] ?? `cannot be read (${code})`}`], { cause });
  }
}
