import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRecord } from '../config/plain.ts';
import { jsonObject } from '../json-object.ts';

/** Why nothing can be stored in a secrets file, if so. */
export async function writeProblem(file: string): Promise<string | undefined> {
  try {
    const path = await realpath(file);
    await access(path, constants.W_OK);
    await access(dirname(path), constants.W_OK);
    return undefined;
  } catch (error) {
    return `secrets file ${file} cannot be written (${error instanceof Error && 'code' in error ? error.code : 'unknown'})`;
  }
}

/**
 * Replaces one value in a secrets file and leaves the others as they are: at any moment there is the file before or
 * the file after, whole and on the disk. A value that was an object stays one.
 */
export async function writeEntry(file: string, name: string, value: string): Promise<void> {
  const path = await realpath(file); // a link stays a link
  const text = await readFile(path, 'utf8');
  const values: unknown = JSON.parse(text);
  if (!isRecord(values)) throw new Error(`secrets file ${file} must hold a JSON object`);
  const next = { ...values, [name]: isRecord(values[name]) ? (jsonObject(value) ?? value) : value };
  const end = /\n$/.test(text) ? '\n' : '';
  const draft = `${path}.${process.pid}.new`;
  const { mode } = await stat(path);
  try {
    await using handle = await open(draft, 'w', mode);
    await handle.writeFile(`${JSON.stringify(next, undefined, 2)}${end}`);
    await handle.sync();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
