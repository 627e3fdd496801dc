import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject, test } from 'vitest';
import { awsClients } from '../../emulator/clients.ts';
import { deploy } from '../../emulator/deploy.ts';
import { dynamoStore } from '../../lambda/aws/store.ts';
import { deployMonitor, promptName } from '../support/deployed-monitor.ts';
import { eventually } from '../support/eventually.ts';
import { startServer } from '../support/http-server.ts';
import { manyProbes, sampleConfig } from '../support/sample-config.ts';

const emulator = inject('emulator');
const { dynamo } = awsClients(emulator);

// Side by side, because the first of them waits for the clock.
test.concurrent('the scheduler makes a deployed monitor probe, with nobody calling it', async ({ expect }) => {
  await using server = await startServer((_, response) => response.end('ok'));
  const name = promptName('status');
  const { outputs } = await deployMonitor(emulator, {
    monitor: 'scheduled',
    allowPrivateNetwork: true,
    probes: [{ name, url: server.url, every: '1m' }],
  });
  const { TableName = '' } = outputs;
  const probe = await eventually('a run', () => dynamoStore(dynamo, TableName).readProbe(name), 150_000);
  expect(probe.state).toMatchObject({ outcome: 'ok', status: 200 });
  expect(probe.state.slot % 60_000).toBe(0);
});

test.concurrent('deploying again changes what is new and nothing else', async ({ expect }) => {
  const file = join(emulator.directory, 'again.json');
  const deployed = async (config: unknown) => {
    const lines: string[] = [];
    writeFileSync(file, JSON.stringify(config));
    const outputs = await deploy(emulator, file, (line) => lines.push(line));
    return { outputs, lines: lines.join('\n') };
  };
  const first = await deployed(sampleConfig({ monitor: 'again' }));
  const second = await deployed(sampleConfig({ monitor: 'again' }));
  expect(second.lines).toContain('(no changes)');
  const third = await deployed(sampleConfig({ monitor: 'again', probes: manyProbes(100) }));
  expect(third.lines).not.toContain('(no changes)');
  expect(third.outputs).toEqual(first.outputs);
});
