import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { bundleHandlers } from '../lib/bundle.ts';

/** Makes `dist/`, which is what the published package holds: JavaScript, its types, and the handlers ready to deploy. */
const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
mkdirSync(join(dist, 'handlers'));
bundleHandlers(join(dist, 'handlers'));
