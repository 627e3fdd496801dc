import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { ConfigError } from '../lambda/config/config-error.ts';
import { parseConfig } from '../lambda/config/schema.ts';
import type { Config } from '../lambda/config/types.ts';
import { ScopewatchStack } from '../lib/scopewatch-stack.ts';
import { findConfig, loadConfig } from './config/load.ts';
import { demoConfig } from './demo/config.ts';
import { EXIT } from './exit-codes.ts';

/** Where the demo's API would be: the demo is there to be looked at, not to be deployed to an account. */
const DEMO_ORIGIN = 'http://127.0.0.1:8080';

/** The CDK app: a configuration in, one stack out, as in `cdk deploy -c config=FILE`. */
const app = new App();
try {
  const config = await readConfig(app.node.tryGetContext('config'));
  new ScopewatchStack(app, `scopewatch-${config.monitor}`, {
    config,
    description: `Scopewatch ${config.monitor}: why an API says no, and when a credential ends`,
  });
  // A finding fails the synthesis: nothing that has one is deployed.
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(EXIT.usage);
}

/** The named file, else the one that lies here. The demo's only when it is asked for: nobody deploys it by mistake. */
async function readConfig(named: unknown): Promise<Config> {
  if (typeof named === 'string') return loadConfig(named);
  if (app.node.tryGetContext('demo') !== undefined) return parseConfig(demoConfig(DEMO_ORIGIN, '5m'));
  return loadConfig(findConfig(process.cwd()));
}
