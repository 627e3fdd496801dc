import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Esbuild from 'esbuild';
import type { Config } from '../lambda/config/types.ts';

export const HANDLER_NAMES = ['dispatch', 'probe', 'notify'] as const;
export type HandlerName = (typeof HANDLER_NAMES)[number];

/**
 * Lays out what a function needs: `index.mjs` and, beside it, `config.json`.
 *
 * The same handler and configuration always give the same bytes, so that deploying twice changes nothing.
 *
 * @returns a new temporary directory, for the caller to delete
 */
export function writeBundle(handler: HandlerName, config: Config): string {
  const code = bundle(handler);
  const directory = mkdtempSync(join(tmpdir(), 'scopewatch-'));
  writeFileSync(join(directory, 'index.mjs'), code);
  writeFileSync(join(directory, 'config.json'), JSON.stringify(config));
  return directory;
}

/** Writes every handler's code into a directory, as `dispatch.mjs` and so on. */
export function bundleHandlers(directory: string): void {
  for (const handler of HANDLER_NAMES) writeFileSync(join(directory, `${handler}.mjs`), bundle(handler));
}

const bundles = new Map<HandlerName, string>();

/** One handler with everything that it imports, the AWS SDK included, as one ES module. Made once a process. */
export function bundle(handler: HandlerName): string {
  const prebuilt = resolve(import.meta.dirname, '../handlers', `${handler}.mjs`);
  const code = bundles.get(handler) ?? (existsSync(prebuilt) ? readFileSync(prebuilt, 'utf8') : build(handler));
  bundles.set(handler, code);
  return code;
}

/**
 * Ways to find credentials that no Lambda function goes: theirs are in the environment. The SDK imports each when all
 * before it failed; without them a function loads in two thirds of the time.
 *
 * @see https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/setting-credentials-node.html
 */
const CREDENTIALS_OF_OTHER_PLACES = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/**
 * Identifiers stay as they are: a stack trace in the log can be read without a source map, which would have to be
 * loaded at every cold start.
 */
function build(handler: HandlerName): string {
  const root = resolve(import.meta.dirname, '..');
  const { outputFiles } = esbuild().buildSync({
    absWorkingDir: root,
    entryPoints: [`lambda/aws/${handler}-handler.ts`],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // ES modules first: what nobody imports is left out.
    mainFields: ['module', 'main'],
    external: CREDENTIALS_OF_OTHER_PLACES,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Some dependencies are CommonJS and `require` Node's own modules.
    banner: { js: `import{createRequire}from'node:module';const require=createRequire(import.meta.url);` },
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of the ${handler} handler`);
  return output.text;
}

/** Loaded only when it is needed: the published package brings its bundles ready made. */
function esbuild(): typeof Esbuild {
  return createRequire(import.meta.url)('esbuild');
}
