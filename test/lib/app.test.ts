import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { ScopewatchStack } from '../../lib/scopewatch-stack.ts';
import { manyProbes, sampleConfig } from '../support/sample-config.ts';
import { testApp } from '../support/stack-template.ts';

// Each synthesis is a process of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const APP = resolve(import.meta.dirname, '../../bin/app.ts');
const directory = mkdtempSync(join(tmpdir(), 'scopewatch-app-'));
const assembly = join(directory, 'cdk.out');
afterAll(() => rmSync(directory, { recursive: true }));
beforeEach(() => rmSync(assembly, { recursive: true, force: true }));

/** Runs the app as the CDK command line does. */
async function synth(config?: unknown, file = join(directory, 'config.json'), more: Record<string, string> = {}) {
  if (config !== undefined) writeFileSync(file, JSON.stringify(config));
  const context = { ...cdk.context, ...more, ...(config !== undefined && { config: file }) };
  const env = { PATH: process.env.PATH, CDK_OUTDIR: assembly, CDK_CONTEXT_JSON: JSON.stringify(context) };
  const done = await promisify(execFile)(process.execPath, [APP], { env, cwd: directory }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, stderr: error.stderr }),
  );
  const stacks = existsSync(assembly) ? readdirSync(assembly).filter((name) => name.endsWith('.template.json')) : [];
  return { ...done, stacks };
}

describe('the app', () => {
  test.each([1, 10_000])(
    'makes one small stack of the configuration, here with %d probes, and finds no fault in it',
    async (count) => {
      const { code, stderr, stacks } = await synth(sampleConfig({ probes: manyProbes(count) }));
      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(stacks).toEqual(['scopewatch-payments.template.json']);
      expect(readFileSync(join(assembly, 'scopewatch-payments.template.json')).length).toBeLessThan(150_000);
    },
  );

  test('refuses a wrong configuration: exit code 2, every problem on its line, no stack trace, nothing to deploy', async () => {
    const { code, stderr, stacks } = await synth({
      monitor: 'payments',
      probes: [{ name: 'a', url: 'x', every: '1s', tiemout: '1s' }],
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/probes\[0\]\.url/);
    expect(stderr).toMatch(/probes\[0\]\.every/);
    expect(stderr).toMatch(/probes\[0\].*timeout/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stacks).toEqual([]);
  });

  test('refuses a file that is not there in the same way', async () => {
    const missing = join(directory, 'missing.json');
    const env = { PATH: process.env.PATH, CDK_OUTDIR: assembly, CDK_CONTEXT_JSON: JSON.stringify({ config: missing }) };
    const failed = promisify(execFile)(process.execPath, [APP], { env });
    await expect(failed).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${missing} does not exist`),
    });
  });

  test('makes nothing where there is no configuration, and says how to have one', async () => {
    const { code, stderr, stacks } = await synth();
    expect([code, stacks]).toEqual([2, []]);
    expect(stderr).toContain('scopewatch init');
  });

  test('shows the demo when it is asked for', async () => {
    const { code, stacks } = await synth(undefined, undefined, { demo: 'true' });
    expect([code, stacks]).toEqual([0, ['scopewatch-demo.template.json']]);
  });
});

describe('the rules of AWS Solutions and Serverless', () => {
  const bearer = (secret: string) => ({ kind: 'bearer', secret }) as const;
  const checked = (change: (stack: ScopewatchStack) => void = () => {}) => {
    const app = testApp();
    const credentials = { ci: bearer('prod/ci'), fleet: bearer('ssm:/prod/fleet') };
    change(new ScopewatchStack(app, 'checked', { config: sampleConfig({ credentials }) }));
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    return () => app.synth();
  };

  test('find nothing in the stack that is not accepted with a reason', () => {
    expect(checked()).not.toThrow();
  });

  test('find what is wrong with a queue that anybody may read over a plain connection', () => {
    expect(checked((stack) => new Queue(stack, 'Bad'))).toThrow(/AwsSolutions-SQS4/);
  });
});
