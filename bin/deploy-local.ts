import { Command } from 'commander';
import { invoke } from '../emulator/calls.ts';
import { awsClients } from '../emulator/clients.ts';
import { bootstrap, deploy } from '../emulator/deploy.ts';
import { openInbox } from '../emulator/inbox.ts';
import { startEmulator } from '../emulator/start.ts';
import { ConfigError } from '../lambda/config/config-error.ts';
import { guide } from './deploy-local/guide.ts';
import { secretKeeper } from './deploy-local/secrets.ts';
import { demoSetting, ownSetting } from './deploy-local/setting.ts';
import { step } from './deploy-local/steps.ts';
import { EXIT } from './exit-codes.ts';
import { renderMail } from './terminal/mail.ts';
import { styleFor } from './terminal/style.ts';

interface Options {
  readonly config?: string;
  readonly secrets?: string;
}

const program = new Command('deploy-local')
  .description('Deploys the monitor on an AWS emulator on this machine, by the real CDK, until Ctrl-C.')
  .option('-c, --config <file>', 'the configuration (default: the demo, with its API)')
  .option('-s, --secrets <file>', 'values of secrets: a JSON object, name → value')
  .parse();

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

try {
  await deployLocal(program.opts<Options>(), interrupted.signal);
} catch (error) {
  // An interrupt reaches the emulator and the CDK too, whatever was being done with them.
  if (!interrupted.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof ConfigError ? EXIT.usage : EXIT.fault;
  }
}

async function deployLocal(options: Options, signal: AbortSignal): Promise<void> {
  await using emulator = await step('start the AWS emulator', startEmulator);
  const { access } = emulator;
  const clients = awsClients(access);
  await using setting =
    options.config === undefined
      ? await demoSetting(access.directory)
      : await ownSetting(options.config, options.secrets);
  const secrets = secretKeeper(setting, clients);

  await step('cdk bootstrap', (detail) => bootstrap(access, showResources(detail)));
  const outputs = await step('cdk deploy', (detail) => deploy(access, setting.file, showResources(detail)));
  const problems = await step('store the secrets', () => secrets.store());
  for (const problem of problems) console.error(problem);
  const inbox = await openInbox(clients, outputs.AlertsTopicArn ?? '', 'inbox');
  await step('first tick', () => invoke(access, outputs.DispatchFunctionName ?? '', {}));

  console.log(guide(`scopewatch-${setting.config.monitor}`, setting.expectation, access, outputs));
  const style = styleFor(process.stdout);
  while (!signal.aborted) {
    for (const mail of await inbox.receive(signal)) console.log(renderMail({ ...mail, alerts: [] }, style));
    await secrets.store();
  }
}

/** How many of how many resources are made, as the lines of the CDK say it. */
function showResources(detail: (text: string) => void): (line: string) => void {
  return (line) => {
    const [, done] = /\|\s*(\d+\/\d+)\s*\|/.exec(line) ?? [];
    if (done !== undefined) detail(done);
  };
}
