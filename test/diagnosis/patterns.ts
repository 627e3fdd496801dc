import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, type Token } from 'acorn';
import { transform } from 'esbuild';

/** A regular expression of the product, and where it stands or is put together. */
export interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const ROOT = join(import.meta.dirname, '../..');
const FILES = globSync('lambda/{diagnosis,redaction}/**/*.ts', { cwd: ROOT }).sort();

/** The literals of all files, as a parser of JavaScript reads them. */
export async function writtenPatterns(): Promise<readonly Pattern[]> {
  return (await Promise.all(FILES.map(patternsWrittenIn))).flat();
}

async function patternsWrittenIn(file: string): Promise<readonly Pattern[]> {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const { code } = await transform(text, { loader: 'ts', charset: 'utf8' });
  const found: Pattern[] = [];
  parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken: (token) => {
      if (token.type.label !== 'regexp') return;
      const { pattern, flags } = (token as Token & { readonly value: { pattern: string; flags: string } }).value;
      found.push({ where: file, source: pattern, flags });
    },
  });
  return found;
}

/** What `run` puts together out of strings with `RegExp`: its calls are listened to while it runs. */
export async function patternsBuiltBy(run: () => unknown): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  const listening: RegExpConstructor = new Proxy(original, {
    construct(target, [pattern, flags], newTarget) {
      const built: RegExp = Reflect.construct(target, [pattern, flags], newTarget === listening ? target : newTarget);
      const where = ownFile(new Error().stack ?? '');
      if (where !== undefined) found.push({ where, source: built.source, flags: built.flags });
      return built;
    },
    apply: (_, __, [pattern, flags]) => new listening(pattern, flags),
  });
  globalThis.RegExp = listening;
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

/** Loads every file anew when none is loaded yet: what a module puts together, it puts together then. */
export async function loadAll(): Promise<void> {
  for (const file of FILES) await import(join(ROOT, file));
}

/** The innermost of our files on the stack; the test runner builds patterns too. */
function ownFile(stack: string): string | undefined {
  const path = stack.split('\n').find((line) => /\/lambda\/(?:diagnosis|redaction)\//.test(line));
  const found = path === undefined ? undefined : /(?:file:\/\/)?(\/[^()]*?\.ts)/.exec(path)?.[1];
  return found === undefined ? undefined : relative(ROOT, found);
}
