import { readFile, stat } from 'node:fs/promises';
import { parseSecretRef } from '../config/secret-ref.ts';
import type { ReadSecret, SecretReader } from '../ports.ts';

/**
 * Secrets on this machine: from a JSON file (name → value), else from the environment, else from `fallback`.
 *
 * The file is read anew each time, so that a value that is changed while the monitor runs counts as a new version.
 */
export function localSecrets(file: string | undefined, fallback: SecretReader): SecretReader {
  return {
    async read(secret) {
      const name = secretName(secret);
      const fromFile = file === undefined ? undefined : await readFromFile(file, name);
      if (fromFile) return fromFile;
      const variable = variableOf(name);
      const value = process.env[variable];
      return value === undefined ? fallback.read(secret) : { value, version: variable };
    },
  };
}

/** `prod/github-ci` → `SCOPEWATCH_SECRET_PROD_GITHUB_CI`. */
export function variableOf(secretName: string): string {
  return `SCOPEWATCH_SECRET_${secretName.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
}

/** The name that a person would look the value up by: without the field, with `ssm:` where it is a parameter. */
export function secretName(secret: string): string {
  const ref = parseSecretRef(secret);
  return ref.store === 'ssm' ? `ssm:${ref.name}` : ref.id;
}

/** Why no secret can be read from this file, if so. Never quotes it. */
export async function secretsFileProblem(file: string): Promise<string | undefined> {
  const values = await valuesIn(file);
  return typeof values === 'string' ? values : undefined;
}

async function readFromFile(file: string, name: string): Promise<ReadSecret | undefined> {
  const values = await valuesIn(file);
  if (typeof values === 'string') return { unreadable: values };
  const value = values.get(name);
  if (value === undefined) return undefined;
  const { mtimeMs } = await stat(file);
  return { value: typeof value === 'string' ? value : JSON.stringify(value), version: `file of ${mtimeMs}` };
}

/** What the file holds, or why it cannot be read. */
async function valuesIn(file: string): Promise<ReadonlyMap<string, unknown> | string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return `secrets file ${file} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}`;
  }
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) return new Map(Object.entries(values));
  } catch {
    // A syntax error's message quotes the text, which holds secrets.
  }
  return `secrets file ${file} must hold a JSON object, name → value`;
}
