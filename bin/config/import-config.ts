import { registerHooks } from 'node:module';
import { extname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { redactTokenShapes } from '../../lambda/redaction/token-shapes.ts';

/**
 * The default export of a module; TypeScript is read by Node's own type stripping.
 *
 * Throws `ConfigError`, with the place as far as it is known, when the module cannot be parsed, throws itself, or
 * exports nothing.
 */
export async function importConfig(file: string): Promise<unknown> {
  resolveOwnName();
  const url = pathToFileURL(resolve(file)).href;
  const config = await importDefault(url, file);
  // A file without any `export` counts as CommonJS, whose default export is then an empty object.
  if (config === undefined || (typeof config === 'object' && config !== null && Object.keys(config).length === 0)) {
    throw new ConfigError([`${file} exports no configuration: write export default defineConfig({ … })`]);
  }
  return config;
}

async function importDefault(url: string, file: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(/* @vite-ignore */ url);
    return module.default;
  } catch (error) {
    // Not its `cause`: the stack of a syntax error quotes the source.
    const what = error instanceof Error ? `${error.name}: ${reasonOf(error)}` : 'it throws';
    throw new ConfigError([`${file}${placeOf(error, url)} cannot be loaded: ${what}`]);
  }
}

/**
 * The first line of an error's message. The language's own quotes the source, where somebody may have pasted a secret:
 * of such a quotation only punctuation is kept. What the file itself throws is its author's to word.
 */
function reasonOf(error: Error): string {
  const message = ERRORS_OF_THE_LANGUAGE.some((kind) => error instanceof kind)
    ? error.message
        .replace(/^.* (?=is not (?:defined|a function|a constructor|iterable)\b)/s, 'a name in it ')
        .replace(/: \/.*\//s, '')
        .replace(/(['"`])(?:.*\1|.*$)/s, (quotation) => (/[\p{L}\p{N}_$]/u.test(quotation) ? '…' : quotation))
    : error.message;
  return redactTokenShapes(message).split('\n', 1)[0] ?? '';
}

const ERRORS_OF_THE_LANGUAGE = [SyntaxError, ReferenceError, TypeError, RangeError, EvalError, URIError];

/** `:line` or `:line:column` of the first mention of the file in a stack. */
function placeOf(error: unknown, url: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const path = fileURLToPath(url);
  for (const line of stack.split('\n')) {
    const [, place] = /(:\d+(?::\d+)?)\)?$/.exec(line) ?? [];
    if (place !== undefined && (line.includes(url) || line.includes(path))) return place;
  }
  return '';
}

let isRegistered = false;

/**
 * Lets `import { defineConfig } from 'scopewatch'` in a configuration find it here, so that one that lies in a folder
 * without `node_modules`, or is read by `npx scopewatch`, works too. What it finds is that function and its types alone:
 * the package's entry would load the CDK as well.
 */
function resolveOwnName(): void {
  if (isRegistered) return;
  isRegistered = true;
  // `.ts` in a checkout, `.js` as built.
  const url = new URL(`../../lambda/config/input${extname(import.meta.url)}`, import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'scopewatch' ? { url, shortCircuit: true } : next(specifier, context),
  });
}
