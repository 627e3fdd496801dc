import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONFIG_EXTENSIONS, findConfig, loadConfig } from '../../bin/config/load.ts';
import { starterConfig } from '../../bin/config/template.ts';
import { ConfigError } from '../../lambda/config/config-error.ts';

const LOADER = new URL('../../bin/config/load.ts', import.meta.url).href;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scopewatch config-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

async function messageOf(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof ConfigError) return error.message.replaceAll(folder, '');
    throw error;
  }
  return 'nothing was thrown';
}

describe('JSON', () => {
  test('is loaded, a byte order mark included', async () => {
    const file = await write('good.json', '\uFEFF{"monitor":"m","probes":[{"name":"a","url":"https://a.example"}]}');
    expect((await loadConfig(file)).probes).toHaveLength(1);
  });

  test.each([
    ['a missing comma', '{\n  "monitor": "m"\n  "probes": []\n}', ':3:3: not valid JSON'],
    ['a trailing comma', '{"monitor": "m",}', ':1:17: not valid JSON'],
    ['an open end', '{"monitor": "m"', ':1:16: not valid JSON'],
    ['nothing', '', ': not valid JSON'],
    ['a bare word', '{"secret": hunter2}', ': not valid JSON'],
    ['an open quote', '{"secret": "hunter2}', ':1:21: not valid JSON'],
    ['an end that is missing', '{"monitor": [', ':1:14: not valid JSON'],
    ['a bare word further down', '{\n  "monitor": "m",\n  "secret": hunter2\n}', ':3:13: not valid JSON'],
  ])('with %s tells the place and quotes nothing', async (name, text, message) => {
    const file = await write(`${name}.json`, text);
    expect(await messageOf(() => loadConfig(file))).toBe(`/${name}.json${message}`);
  });
});

describe('YAML', () => {
  test('is loaded with anchors, aliases and merge keys', async () => {
    const file = await write(
      'good.yaml',
      `monitor: m
probes:
  - &base { name: a, url: https://a.example, every: 10m, expect: { status: 200 } }
  - <<: *base
    name: b
`,
    );
    const { probes } = await loadConfig(file);
    expect(probes.map(({ name, everyMs }) => [name, everyMs])).toEqual([
      ['a', 600_000],
      ['b', 600_000],
    ]);
  });

  test.each([
    [
      'a bad indent',
      'monitor: m\n probes: []\n',
      ':1:10: not valid YAML: Nested mappings are not allowed in compact mappings',
    ],
    ['a key twice', 'monitor: m\nmonitor: n\n', ':2:1: not valid YAML: Map keys must be unique'],
    ['an open quote', 'monitor: m\nsecret: "hunter2\n', 'not valid YAML: Missing closing "quote'],
    ['a tag that nobody knows', 'monitor: !hunter2!x m\n', ':1:10: not valid YAML: Could not resolve tag'],
    ['two documents', 'monitor: m\n---\nmonitor: n\n', ':2:1: not valid YAML: '],
    [
      'an alias without its anchor',
      'monitor: *m\n',
      ': its aliases repeat too much, or name an anchor that does not exist',
    ],
  ])('with %s tells the place and quotes nothing', async (name, text, message) => {
    const file = await write(`${name}.yml`, text);
    const thrown = await messageOf(() => loadConfig(file));
    expect(thrown).toContain(message);
    expect(thrown).not.toContain('hunter2');
  });

  test('with an alias bomb is refused', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`,
    );
    const file = await write('bomb.yaml', ['a0: &a0 [x]', ...levels].join('\n'));
    expect(await messageOf(() => loadConfig(file))).toBe(
      '/bomb.yaml: its aliases repeat too much, or name an anchor that does not exist',
    );
  });

  test('with an alias of what it stands in is a cycle', async () => {
    const file = await write(
      'cycle.yaml',
      'monitor: m\nprobes:\n  - name: a\n    url: https://a.example\n    method: PUT\n    json: &json { self: *json }\n',
    );
    expect(await messageOf(() => loadConfig(file))).toBe('probes[0].json.self must not contain itself');
  });
});

describe('a file', () => {
  test('that does not exist is told with what to do', async () => {
    expect(await messageOf(() => loadConfig(join(folder, 'none.yaml')))).toBe(
      '/none.yaml does not exist: write one with "scopewatch init", or name another with --config',
    );
  });

  test('that is a folder is told', async () => {
    await mkdir(join(folder, 'folder.json'));
    expect(await messageOf(() => loadConfig(join(folder, 'folder.json')))).toBe(
      '/folder.json is a folder: name the file in it',
    );
  });

  test('of another kind is told', async () => {
    expect(await messageOf(() => loadConfig(join(folder, 'config.toml')))).toBe(
      '/config.toml must end in .ts, .mts, .mjs, .js, .json, .yaml or .yml',
    );
  });
});

describe('without a named file', () => {
  test('the one in the folder is found, TypeScript before the others', async () => {
    const project = await mkdtemp(join(folder, 'project-'));
    for (const extension of CONFIG_EXTENSIONS.toReversed()) {
      await writeFile(join(project, `scopewatch.config${extension}`), '');
      expect(findConfig(project)).toMatch(new RegExp(`scopewatch\\.config\\${extension}$`));
    }
  });

  test('and none in the folder, it is told what was looked for', async () => {
    const project = await mkdtemp(join(folder, 'empty-'));
    expect(await messageOf(() => findConfig(project))).toMatch(
      /^no scopewatch\.config with \.ts, \.mts, \.mjs, \.js, \.json, \.yaml or \.yml in .*: write one with "scopewatch init", or name a file with --config$/,
    );
  });
});

/** Loads files as the command line does: in a process of its own, without a test runner between Node and the file. */
async function loadInNode(files: readonly string[]): Promise<Record<string, unknown>> {
  const script = `
    const { loadConfig } = await import(${JSON.stringify(LOADER)});
    const loaded = {};
    for (const file of ${JSON.stringify(files)}) {
      loaded[file.slice(${folder.length + 1})] = await loadConfig(file).catch((error) => error.name + ': ' + error.message);
    }
    console.log(JSON.stringify(loaded));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
  });
  return JSON.parse(stdout.replaceAll(`${folder}/`, ''));
}

describe('a module', () => {
  const CONFIG = `{ monitor: 'm', probes: [{ name: 'a', url: 'https://a.example' }] }`;
  const PASTED = 'hunter2CorrectHorse';
  const TOKEN = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
  let loaded: Record<string, unknown>;

  beforeAll(async () => {
    loaded = await loadInNode(
      await Promise.all([
        write('starter.ts', starterConfig()),
        write(
          'good.ts',
          `import { type ConfigInput, defineConfig } from 'scopewatch';\nconst config: ConfigInput = ${CONFIG};\nexport default defineConfig(config);\n`,
        ),
        write('good.mts', `import { defineConfig } from 'scopewatch';\nexport default defineConfig(${CONFIG});\n`),
        write('good.mjs', `export default ${CONFIG};\n`),
        write('common.js', `module.exports = ${CONFIG};\n`),
        write('named.ts', `export const config = ${CONFIG};\n`),
        write('nothing.ts', `const config = ${CONFIG};\n`),
        write('syntax.ts', `export default {\n  monitor: : 'hunter2',\n};\n`),
        write('syntax.mjs', `export default {\n  monitor: : 'hunter2',\n};\n`),
        write('enum.ts', `enum Level { Low }\nexport default ${CONFIG};\n`),
        write('missing.ts', `import 'no-such-package';\nexport default ${CONFIG};\n`),
        write('throws.ts', `export {};\n  throw new Error('REGION is not set\\nsecond line');\n`),
        write('bare.ts', `export default { monitor: ${PASTED} };\n`),
        write('bare-token.ts', `export default { monitor: ${TOKEN} };\n`),
        write('twice.ts', `const ${PASTED} = 1; const ${PASTED} = 2;\nexport default ${CONFIG};\n`),
        write('twice.mjs', `const ${PASTED} = 1; const ${PASTED} = 2;\nexport default ${CONFIG};\n`),
        write('two-words.mjs', `export default { secret: 'a' ${PASTED} };\n`),
        write('called.mjs', `const ${PASTED} = 1;\nexport default ${PASTED}();\n`),
        write('read.mjs', `export default undefined.${PASTED};\n`),
        write('pattern.mjs', `export default /${PASTED}(/;\n`),
        write('parsed.mjs', `export default JSON.parse('{"secret": ${PASTED}}');\n`),
        write('own.mjs', `throw new Error('cannot use ${TOKEN}');\n`),
        write('wrong.ts', `export default { monitor: 'm' };\n`),
      ]),
    );
  });

  test.each(['good.ts', 'good.mts', 'good.mjs', 'common.js'])('%s is loaded, without any node_modules', (name) => {
    expect(loaded[name]).toMatchObject({ monitor: 'm', probes: [{ name: 'a' }] });
  });

  test('that init writes is a good one, and needs no secret', () => {
    expect(loaded['starter.ts']).toMatchObject({ monitor: 'my-apis', credentials: {}, probes: [{ method: 'GET' }] });
  });

  test.each([
    ['named.ts', 'named.ts exports no configuration: write export default defineConfig({ … })'],
    ['nothing.ts', 'nothing.ts exports no configuration: write export default defineConfig({ … })'],
    ['syntax.ts', 'syntax.ts:2 cannot be loaded: SyntaxError: Expression expected'],
    ['syntax.mjs', "syntax.mjs cannot be loaded: SyntaxError: Unexpected token ':'"],
    ['enum.ts', 'enum.ts:1 cannot be loaded: SyntaxError: TypeScript enum is not supported in strip-only mode'],
    ['throws.ts', 'throws.ts:2:9 cannot be loaded: Error: REGION is not set'],
    [
      'missing.ts',
      "missing.ts cannot be loaded: Error: Cannot find package 'no-such-package' imported from missing.ts",
    ],
    ['bare.ts', 'bare.ts:1:27 cannot be loaded: ReferenceError: a name in it is not defined'],
    ['bare-token.ts', 'bare-token.ts:1:27 cannot be loaded: ReferenceError: a name in it is not defined'],
    ['twice.mjs', 'twice.mjs cannot be loaded: SyntaxError: Identifier … has already been declared'],
    ['two-words.mjs', 'two-words.mjs cannot be loaded: SyntaxError: Unexpected identifier …'],
    ['called.mjs', 'called.mjs:2:16 cannot be loaded: TypeError: a name in it is not a function'],
    ['read.mjs', 'read.mjs:1:26 cannot be loaded: TypeError: Cannot read properties of undefined (reading …)'],
    ['pattern.mjs', 'pattern.mjs cannot be loaded: SyntaxError: Invalid regular expression: Unterminated group'],
    ['own.mjs', 'own.mjs:1:7 cannot be loaded: Error: cannot use <redacted>'],
    ['wrong.ts', 'probes must be a list of 1 to 10000, got nothing'],
  ])('%s is refused with the place', (name, message) => {
    expect(loaded[name]).toBe(`ConfigError: ${message}`);
  });

  test('that cannot be loaded is told without any of its words', () => {
    const messages = Object.values(loaded).join('\n');
    expect(messages).toContain('parsed.mjs');
    expect(messages).toContain('twice.ts');
    expect(messages).not.toMatch(/hunter2|ghp_/);
  });
});
