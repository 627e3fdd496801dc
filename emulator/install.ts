import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The emulator's version, so that a test means the same tomorrow. @see https://pypi.org/project/ministack/ */
const VERSION = '1.5.33';

const HOME = resolve(import.meta.dirname, '../node_modules/.cache/scopewatch-emulator');

/**
 * Gives the Python that has the emulator, after installing it in an environment of its own where that has not been
 * done. Takes some seconds once.
 *
 * @param report hears what is being done
 * @throws Error that says what to install, when Python is missing or too bare
 */
export async function installEmulator(report: (message: string) => void): Promise<string> {
  const installed = join(HOME, VERSION);
  if (!existsSync(installed)) {
    report(`installing the AWS emulator (MiniStack ${VERSION}) into ${HOME}`);
    // Made aside and then moved into place: whoever is second at it finds the work done and drops their own.
    const aside = `${installed}.${process.pid}`;
    mkdirSync(HOME, { recursive: true });
    try {
      await makeEnvironment(aside);
      renameSync(aside, installed);
    } catch (error) {
      if (!existsSync(installed)) throw error;
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  return join(installed, 'bin/python');
}

async function makeEnvironment(directory: string): Promise<void> {
  await step('python3', ['-m', 'venv', directory], (problem) =>
    problem.includes('ENOENT')
      ? 'python3 is not on the PATH, and the AWS emulator is a Python program: install Python 3.10 or newer'
      : `python3 cannot make a virtual environment (on Debian and Ubuntu: apt install python3-venv): ${problem}`,
  );
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'];
  await step(
    join(directory, 'bin/python'),
    [...pip, `ministack==${VERSION}`],
    (problem) => `the AWS emulator cannot be installed (it needs Python 3.10 or newer and a package index): ${problem}`,
  );
}

async function step(command: string, args: readonly string[], explain: (problem: string) => string): Promise<void> {
  try {
    await run(command, args);
  } catch (error) {
    const { stdout = '', stderr = '', code } = error as { stdout?: string; stderr?: string; code?: string | number };
    const said = `${stderr}${stdout}`.trim().split('\n').slice(-5).join('\n');
    throw new Error(explain(said || String(code)), { cause: error });
  }
}
