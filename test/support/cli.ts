import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '..', '..', 'bin', 'launch.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new folder in which the command is run as a person would, with files of the test's. */
export interface Workplace extends AsyncDisposable {
  readonly folder: string;
  write(name: string, content: unknown): Promise<string>;
  run(args: readonly string[], options?: { input?: string; env?: Record<string, string> }): Promise<Outcome>;
}

export async function workplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'scopewatch-cli-'));
  return {
    folder,
    async write(name, content) {
      const file = join(folder, name);
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    run: (args, { input = '', env = {} } = {}) => run(args, folder, input, env),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** No account is in reach of a test, whatever the machine's own environment says. */
const NO_AWS = {
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: 'eu-central-1',
};

function run(args: readonly string[], cwd: string, input: string, env: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd, ...NO_AWS, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // A command that does not read its input may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
