import { readFile, stat } from 'node:fs/promises';
import { parseSecretRef } from '../config/secret-ref.ts';
import type { ReadSecret, SecretReader } from '../ports.ts';

/**
 * Secrets on this machine: from a JSON file (name → value), else from the environment, else from `fallback`.
 *
 * The file is read anew each time, so that a value that is changed while the monitor runs counts as a new version; a
 * value that stays while another one in the file is changed does not.
 */
export function localSecrets(file: string | undefined, fallback: SecretReader): SecretReader {
  const versionOf = fileVersions();
  return {
    async read(secret) {
      const name = secretName(secret);
      const fromFile = file === undefined ? undefined : await readFromFile(file, name, versionOf);
      if (fromFile) return fromFile;
      const variable = variableOf(name);
      const value = process.env[variable];
      return value === undefined ? fallback.read(secret) : { value, version: variable };
    },
  };
}

/**
 * Versions that tell nothing of their values: the time of the file in which a value was first seen, and how often that
 * secret has changed since the process began. A restart with an unchanged file keeps them.
 */
function fileVersions(): VersionOf {
  const seen = new Map<string, { readonly value: string; readonly version: string; readonly changes: number }>();
  return (name, value, mtimeMs) => {
    const before = seen.get(name);
    if (before?.value === value) return before.version;
    const changes = before === undefined ? 0 : before.changes + 1;
    const version = `file of ${mtimeMs}, change ${changes}`;
    seen.set(name, { value, version, changes });
    return version;
  };
}

type VersionOf = (name: string, value: string, mtimeMs: number) => string;

/** `prod/github-ci` → `SCOPEWATCH_SECRET_PROD_GITHUB_CI`. */
export function variableOf(secretName: string): string {
  return `SCOPEWATCH_SECRET_${secretName.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
}

/** The name that a person would look the value up by: without the field, with `ssm:` where it is a parameter. */
export function secretName(secret: string): string {
  const ref = parseSecretRef(secret);
  return ref.store === 'ssm' ? `ssm:${ref.name}` : ref.id;
}

/** The field of a secret that is a JSON object, where the reference names one. */
export function secretField(secret: string): string | undefined {
  const ref = parseSecretRef(secret);
  return ref.store === 'secrets-manager' ? ref.field : undefined;
}

/** Why no secret can be read from this file, if so. Never quotes it. */
export async function secretsFileProblem(file: string): Promise<string | undefined> {
  const values = await valuesIn(file);
  return typeof values === 'string' ? values : undefined;
}

async function readFromFile(file: string, name: string, versionOf: VersionOf): Promise<ReadSecret | undefined> {
  const values = await valuesIn(file);
  if (typeof values === 'string') return { unreadable: values };
  const value = values.get(name);
  if (value === undefined) return undefined;
  const { mtimeMs } = await stat(file);
  return { value, version: versionOf(name, value, mtimeMs) };
}

/** What the file holds, objects as JSON, or why it cannot be read. */
async function valuesIn(file: string): Promise<ReadonlyMap<string, string> | string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return `secrets file ${file} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}`;
  }
  const values = parsed(text);
  if (!isObject(values)) return `secrets file ${file} must hold a JSON object, name → value`;
  const entries = Object.entries(values);
  const [odd] = entries.find(([, value]) => typeof value !== 'string' && !isObject(value)) ?? [];
  if (odd !== undefined) return `secrets file ${file} must hold text or a JSON object under ${JSON.stringify(odd)}`;
  return new Map(entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // its message quotes the text, which holds secrets
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
