#!/usr/bin/env node
// The one file of the command that is plain JavaScript: it has to run on a Node.js that cannot run the others, to say
// so, or to hand over to a newer one that is installed beside it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What undici 8 and type stripping need. */
const MINIMUM = [22, 19];

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'scopewatch.ts');
const entry = existsSync(source) ? source : join(here, '..', 'dist', 'bin', 'scopewatch.js');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) await import(entry);
else handOver(newerNode());

/** The binary of the npm package `node`, when it is installed where this package can see it. */
function newerNode() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
  } catch {
    return undefined;
  }
}

function handOver(node) {
  if (node === undefined) {
    console.error(
      `scopewatch needs Node.js ${MINIMUM.join('.')} or newer, this is ${process.versions.node}: ` +
        'install one, or put one beside it with: npm install node@24',
    );
    process.exitCode = 2;
    return;
  }
  // An interrupt reaches both processes: the child ends by itself, and this one waits for its exit code.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 3 : 0);
  });
}
