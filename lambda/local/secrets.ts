import { readFile, stat } from 'node:fs/promises';
import { parseSecretRef } from '../config/secret-ref.ts';
import type { ReadSecret, SecretReader, SecretWriter } from '../ports.ts';
import { writeEntry, writeProblem } from './secrets-file.ts';

export interface LocalSecrets extends SecretReader, SecretWriter {
  /** Whether the value is on this machine, in the file or the environment. */
  isHere(secret: string): Promise<boolean>;
}

/**
 * Secrets on this machine: from a JSON file (name → value), else from the environment, else from `fallback`. Only what
 * is in the file can be written.
 *
 * The file is read anew each time, so that a value that is changed while the monitor runs counts as a new version; a
 * value that stays while another one in the file is changed does not. The value before is the one that this process
 * has seen.
 */
export function localSecrets(file: string | undefined, fallback: SecretReader): LocalSecrets {
  const versions = fileVersions();
  let writing: Promise<unknown> = Promise.resolve();

  const inFile = async (name: string) => (file === undefined ? undefined : readFromFile(file, name, versions.of));

  const unwritable = async (secret: string): Promise<string | undefined> => {
    const name = secretName(secret);
    const read = await inFile(name);
    if (read?.unreadable !== undefined) return read.unreadable;
    if (read !== undefined && file !== undefined) return writeProblem(file);
    const variable = variableOf(name);
    return process.env[variable] === undefined
      ? `${secret} is not in a file named by --secrets: another store is not written from this machine`
      : `${secret} comes from the variable ${variable}, where nothing can be stored: put it into a file named by --secrets`;
  };

  return {
    async read(secret) {
      const name = secretName(secret);
      const fromFile = await inFile(name);
      if (fromFile) return fromFile;
      const variable = variableOf(name);
      const value = process.env[variable];
      return value === undefined ? fallback.read(secret) : { value, version: variable };
    },
    async previous(secret) {
      const name = secretName(secret);
      if ((await inFile(name)) !== undefined) return versions.before(name);
      return process.env[variableOf(name)] === undefined ? fallback.previous?.(secret) : undefined;
    },
    isHere: async (secret) => {
      const name = secretName(secret);
      return (await inFile(name)) !== undefined || process.env[variableOf(name)] !== undefined;
    },
    check: unwritable,
    async write(secret, value) {
      const refused = await unwritable(secret);
      if (refused !== undefined || file === undefined) return { refused: refused ?? 'there is no file to write' };
      const name = secretName(secret);
      // One after the other: each writes the whole file.
      const written = writing.then(() => writeEntry(file, name, value));
      writing = written.catch(() => {});
      await written;
      const now = await readFromFile(file, name, versions.of);
      return now?.version === undefined ? { refused: `${secret} is gone from ${file}` } : { version: now.version };
    },
  };
}

interface Seen {
  readonly value: string;
  readonly version: string;
  readonly changes: number;
  readonly before?: { readonly value: string; readonly version: string };
}

/**
 * Versions that tell nothing of their values: the time of the file in which a value was first seen, and how often that
 * secret has changed since the process began. A restart with an unchanged file keeps them.
 */
function fileVersions() {
  const seen = new Map<string, Seen>();
  const of: VersionOf = (name, value, mtimeMs) => {
    const last = seen.get(name);
    if (last?.value === value) return last.version;
    const changes = last === undefined ? 0 : last.changes + 1;
    const version = `file of ${mtimeMs}, change ${changes}`;
    const before = last && { value: last.value, version: last.version };
    seen.set(name, { value, version, changes, ...(before && { before }) });
    return version;
  };
  return { of, before: (name: string) => seen.get(name)?.before };
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
