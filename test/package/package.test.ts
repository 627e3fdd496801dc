import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(join(tmpdir(), 'scopewatch-package-'));
let tarball: string;

beforeAll(async () => {
  await run('npm', ['pack', '--silent', '--pack-destination', directory], { cwd: ROOT });
  tarball = readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '';
}, 120_000);
afterAll(() => rmSync(directory, { recursive: true }));

/** A user's project with the packed tarball and these other packages of the checkout, as an installation would lay it out. */
async function installed(name: string, packages: readonly string[]): Promise<string> {
  const project = join(directory, name);
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'scopewatch'), { recursive: true });
  await run('tar', ['-xzf', join(directory, tarball), '--strip-components=1', '-C', join(modules, 'scopewatch')]);
  for (const dependency of packages) {
    mkdirSync(dirname(join(modules, dependency)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', dependency), join(modules, dependency));
  }
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  return project;
}

const DEPENDENCIES = Object.keys(manifest.dependencies);

test('the tarball holds what runs and nothing else', async () => {
  const { stdout } = await run('tar', ['-tzf', join(directory, tarball)]);
  const files = stdout
    .trim()
    .split('\n')
    .map((file) => file.replace(/^package\//, ''));
  const unexpected = files.filter(
    (file) => !/^(dist\/.*\.(js|d\.ts|mjs)|bin\/launch\.js|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(file),
  );
  expect(unexpected).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(['dist/index.js', 'dist/handlers/probe.mjs', 'bin/launch.js', 'LICENSE']),
  );
});

describe('a CDK app of a user', () => {
  const APP = `
    import { App, Stack } from 'aws-cdk-lib';
    import { defineConfig, diagnose, ScopewatchMonitor } from 'scopewatch';

    const config = defineConfig({
      monitor: 'mine',
      probes: [{ name: 'orders', url: 'https://api.example.com/orders' }],
    });
    const app = new App({ outdir: 'cdk.out' });
    const stack = new Stack(app, 'Mine');
    const monitor = new ScopewatchMonitor(stack, 'Scopewatch', { config });
    stack.exportValue(monitor.alertsTopic.topicArn);
    app.synth();

    const { cause } = diagnose({
      request: { method: 'GET', url: 'https://api.example.com/', headers: {} },
      response: { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="expired"' }, body: '' },
    });
    console.log(cause);
  `;

  test('synthesises a monitor and diagnoses a refusal, without esbuild', async () => {
    const project = await installed('app', [...DEPENDENCIES, 'aws-cdk-lib', 'constructs']);
    writeFileSync(join(project, 'app.js'), APP);
    const { stdout } = await run(process.execPath, ['app.js'], { cwd: project });
    expect(stdout).toMatch(/^credential-/);
    const template = JSON.parse(readFileSync(join(project, 'cdk.out/Mine.template.json'), 'utf8'));
    expect(JSON.stringify(template)).toContain('AWS::Scheduler::Schedule');
  });

  test('finds its types', async () => {
    const project = await installed('typed', [...DEPENDENCIES, 'aws-cdk-lib', 'constructs', '@types/node']);
    writeFileSync(
      join(project, 'app.ts'),
      `${APP}\n// @ts-expect-error: a monitor needs probes\ndefineConfig({ monitor: 'mine' });`,
    );
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      'node',
      '--skipLibCheck',
    ];
    const checked = run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, 'app.ts'], {
      cwd: project,
    });
    await expect(checked).resolves.toMatchObject({ stdout: '' });
  });
});

describe('the command line, where the CDK is not installed', () => {
  const scopewatch = (project: string, ...args: string[]) =>
    run(process.execPath, [join(project, 'node_modules/scopewatch', manifest.bin.scopewatch), ...args], {
      cwd: project,
    });

  test('says what it can do', async () => {
    const { stdout } = await scopewatch(await installed('help', DEPENDENCIES), '--help');
    expect(stdout).toMatch(/^Usage: scopewatch/);
  });

  test('reads a configuration in TypeScript that imports the package', async () => {
    const project = await installed('typescript', DEPENDENCIES);
    writeFileSync(
      join(project, 'scopewatch.config.ts'),
      `import { defineConfig } from 'scopewatch';
       export default defineConfig({ monitor: 'mine', probes: [{ name: 'a', url: 'https://api.example.com/' }] });`,
    );
    const { stdout } = await scopewatch(project, 'validate');
    expect(stdout).toContain('mine');
  });

  test('diagnoses and types a configuration in code, by the entries that need no CDK', async () => {
    const project = await installed('light', DEPENDENCIES);
    writeFileSync(
      join(project, 'app.js'),
      `import { defineConfig } from 'scopewatch/config';
       import { diagnose } from 'scopewatch/diagnose';
       const { cause } = diagnose({
         request: { method: 'GET', url: 'https://api.example.com/', headers: {} },
         response: { status: 429, headers: { 'retry-after': '7' }, body: '' },
       });
       console.log(defineConfig({ monitor: cause, probes: [] }).monitor);`,
    );
    const { stdout } = await run(process.execPath, ['app.js'], { cwd: project });
    expect(stdout).toBe('rate-limited\n');
  });
});
