import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type EmulatorAccess, environmentOf } from './start.ts';

const ROOT = resolve(import.meta.dirname, '..');
const CDK = join(ROOT, 'node_modules/aws-cdk/bin/cdk');

/** The outputs of a deployed stack, by name. */
export type Outputs = Readonly<Record<string, string>>;

/** Prepares the emulator's account for the CDK, as a user does once an account and region. */
export async function bootstrap(emulator: EmulatorAccess, onLine?: (line: string) => void): Promise<void> {
  // Not where `cdk.json` is: the app would be synthesised for nothing.
  await cdk(emulator, emulator.directory, ['bootstrap', `aws://${emulator.account}/${emulator.region}`], onLine);
}

/** Deploys the app with a configuration file, by the real CDK command line. Rejects with its output. */
export async function deploy(
  emulator: EmulatorAccess,
  config: string,
  onLine?: (line: string) => void,
): Promise<Outputs> {
  const directory = mkdtempSync(join(emulator.directory, 'deploy-'));
  const outputs = join(directory, 'outputs.json');
  const output = ['--output', join(directory, 'cdk.out'), '--outputs-file', outputs];
  await cdk(
    emulator,
    ROOT,
    ['deploy', '--all', '--require-approval', 'never', '--progress', 'events', '-c', `config=${config}`, ...output],
    onLine,
  );
  const stacks: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputs, 'utf8'));
  return Object.assign({}, ...Object.values(stacks));
}

async function cdk(
  emulator: EmulatorAccess,
  cwd: string,
  args: readonly string[],
  onLine: (line: string) => void = () => {},
): Promise<void> {
  const child = spawn(process.execPath, [CDK, ...args, '--ci', '--no-notices', '--no-color'], {
    cwd,
    env: { ...environmentOf(emulator), CDK_DISABLE_CLI_TELEMETRY: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const line of text.split('\n')) if (line.trim() !== '') onLine(line.trimEnd());
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`cdk ${args[0]} ended with code ${code}:\n${said}`);
}
