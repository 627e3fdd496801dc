import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Every import of the product's own files: who imports what, by path from the root or by package name. */
const imports = globSync('{bin,lib,lambda,emulator}/**/*.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => ({
    file,
    target: target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target,
  })),
);

const offenders = (rule: (file: string, target: string) => boolean) =>
  imports.filter(({ file, target }) => rule(file, target)).map(({ file, target }) => `${file} imports ${target}`);

test('imports are found', () => {
  expect(imports.length).toBeGreaterThan(200);
});

test('imports run bin → lib → lambda, and none of them needs a test', () => {
  const rank = (path: string) => ['lambda', 'lib', 'emulator', 'bin', 'test'].indexOf(path.split('/')[0] ?? '');
  expect(offenders((file, target) => rank(target) > rank(file))).toEqual([]);
});

test('only lambda/aws imports an AWS client, and what deploys to the emulator', () => {
  const may = /^(lambda\/aws|bin\/deploy-local|emulator)\//;
  expect(offenders((file, target) => target.startsWith('@aws-sdk/') && !may.test(file))).toEqual([]);
});

test('nothing in lambda imports the CDK', () => {
  expect(offenders((file, target) => /^(aws-cdk-lib|constructs)/.test(target) && file.startsWith('lambda/'))).toEqual(
    [],
  );
});

test('what is pure imports neither the network, nor the file system, nor a port', () => {
  const pure = /^lambda\/(diagnosis|grants|incidents|metrics|schedule|expectations|redaction)\//;
  const impure = /^(node:(?!crypto|util|buffer)|undici)|^lambda\/(aws|local|request\/(?!observation))/;
  expect(offenders((file, target) => pure.test(file) && impure.test(target))).toEqual([]);
});

test('no file imports itself in a circle', () => {
  const edges = Map.groupBy(imports, ({ file }) => file);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { target } of edges.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  expect(circles).toEqual([]);
});
