import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../lambda/config/config-error.ts';
import { checkCommand } from './commands/check.ts';
import { credentialsCommand } from './commands/credentials.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { startCommand } from './commands/start.ts';
import { UsageError } from './commands/usage-error.ts';
import { validateCommand } from './commands/validate.ts';
import { EXIT } from './exit-codes.ts';

const program = new Command('scopewatch')
  .version(version(), '-V, --version')
  .description('Knows why an API said no, and tells you before your token dies.')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    '\nExit codes: 0 all well · 1 something is refused or failing · 2 the config or the call is wrong · 3 Scopewatch itself failed',
  );

for (const command of [
  initCommand(),
  validateCommand(),
  checkCommand(),
  credentialsCommand(),
  explainCommand(),
  startCommand(),
]) {
  program.addCommand(command.exitOverride());
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.well);
  throw error;
});

// How a package.json beside somebody's configuration could load it faster is of no concern here.
const listeners = process.listeners('warning');
process.removeAllListeners('warning').on('warning', (warning: Error & { readonly code?: string }) => {
  if (warning.code !== 'MODULE_TYPELESS_PACKAGE_JSON') for (const listener of listeners) listener(warning);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says on standard error what went wrong, and gives the exit code for it. */
function report(error: unknown): number {
  // Help and version end this way too; Commander has printed what there is to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.well : EXIT.usage;
  if (error instanceof ConfigError || error instanceof UsageError) {
    console.error(error.message);
    return EXIT.usage;
  }
  console.error(
    `scopewatch failed: ${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : error}`,
  );
  return EXIT.fault;
}

/** From the package's own manifest, which is one folder further up once it is built. */
function version(): string {
  for (const folder of ['..', '../..']) {
    try {
      return JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8')).version;
    } catch {}
  }
  return 'unknown';
}
