import { mkdir } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

const UNUSABLE: Readonly<Record<string, string>> = {
  EEXIST: 'is a file',
  ENOTDIR: 'leads through a file',
  EACCES: 'may not be made: the permissions of the folder above forbid it',
};

/** Makes the folder, and those above it, where it is missing; `UsageError` where it cannot be one. */
export async function makeStateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(
      `${folder} ${UNUSABLE[code] ?? `cannot be made (${code})`}: name a folder for state, metrics and mails with --state`,
    );
  }
}
