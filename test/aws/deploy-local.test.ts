import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '..', '..', 'bin', 'deploy-local.ts');

test('deploy:local deploys the demo, shows where to look and its mails, and ends well on Ctrl-C', async () => {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const mailed = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (/Mail .*Expires in 6 days[\s\S]*Monitor {3}demo/.test(output)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  await Promise.race([mailed, ended]);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(output).toContain('scopewatch-demo is deployed on the AWS emulator');
  expect(output).toContain('aws cloudwatch list-metrics --namespace Scopewatch');
});
