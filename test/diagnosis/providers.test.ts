import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CAUSES } from '../../lambda/diagnosis/causes.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import { EDGES } from '../../lambda/diagnosis/edges/index.ts';
import { NAMES_BY_HOST } from '../../lambda/diagnosis/providers/hosts.ts';
import { PROVIDERS } from '../../lambda/diagnosis/providers/index.ts';
import { remedyOf } from '../../lambda/diagnosis/remedies.ts';

const folder = new URL('../../lambda/diagnosis/', import.meta.url);
const filesIn = (name: string, besides: readonly string[]) =>
  readdirSync(new URL(`${name}/`, folder)).filter((file) => file.endsWith('.ts') && !besides.includes(file));
const providerFiles = filesIn('providers', ['find.ts', 'hosts.ts', 'index.ts', 'provider.ts']);
const edgeFiles = filesIn('edges', ['by-one-mark.ts', 'edge.ts', 'index.ts']);

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

test('every file of a provider or an edge is listed', () => {
  const listed = (name: string) => readFileSync(new URL(`${name}/index.ts`, folder), 'utf8');
  expect(providerFiles.filter((file) => !listed('providers').includes(`'./${file}'`))).toEqual([]);
  expect(edgeFiles.filter((file) => !listed('edges').includes(`'./${file}'`))).toEqual([]);
  expect(PROVIDERS).toHaveLength(providerFiles.length);
});

test('at least sixty providers and twenty edges are known', () => {
  expect(PROVIDERS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(EDGES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
});

test('each says where its facts come from', () => {
  const silent = [
    ...providerFiles.map((file) => `providers/${file}`),
    ...edgeFiles.map((file) => `edges/${file}`),
  ].filter((file) => !readFileSync(new URL(file, folder), 'utf8').includes('@see https://'));
  expect(silent).toEqual([]);
});

test('names and hosts are told once, in lower case', () => {
  const hosts = [...PROVIDERS.flatMap((provider) => provider.hosts ?? []), ...Object.keys(NAMES_BY_HOST)];
  const names = [...PROVIDERS, ...EDGES].map(({ name }) => name);
  expect(repeated(hosts)).toEqual([]);
  expect(hosts.filter((host) => !/^[a-z\d-]+(?:\.(?:\*|[a-z\d-]+)(?=\.)|)(?:\.[a-z\d-]+)+$/.test(host))).toEqual([]);
  expect(repeated(PROVIDERS.map(({ name }) => name))).toEqual([]);
  expect(names.filter((name) => !/^[a-z\d]+(?:-[a-z\d]+)*$/.test(name))).toEqual([]);
});

test('codes are written as they are looked up', () => {
  const unreachable = PROVIDERS.flatMap(({ name, codes = {} }) =>
    Object.keys(codes)
      .filter((code) => code !== code.toLowerCase())
      .map((code) => `${name}: ${code}`),
  );
  expect(unreachable).toEqual([]);
});

test('fields are named in lower case', () => {
  const names = PROVIDERS.flatMap(({ fields = [], requestIdFields = [] }) => [
    ...fields.map((field) => (typeof field === 'string' ? field : field[0])),
    ...requestIdFields,
  ]);
  expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
});

test('sentences are patterns for lower case', () => {
  const patterns = [
    ...PROVIDERS.flatMap(({ name, sentences = [] }) => sentences.map(({ when }) => [name, when.source] as const)),
    ...EDGES.flatMap(({ name, says = [] }) => says.map(([, when]) => [name, when.source] as const)),
  ];
  expect(patterns.filter(([, source]) => /[A-Z]/.test(source.replace(/\\[a-zA-Z]|\\p\{\w+=\w+\}/g, '')))).toEqual([]);
});

test('a link in a remedy opens from any mail client', () => {
  const steps = [...PROVIDERS, ...EDGES].flatMap(({ name, remedies = {} }) =>
    Object.entries(remedies).map(([cause, step]) => ({ name, cause, step })),
  );
  expect(steps.length).toBeGreaterThan(100);
  expect(steps.filter(({ cause }) => !(cause in CAUSES))).toEqual([]);
  expect(steps.filter(({ step }) => /https?:\/\/\S*[.,;)"']+(?:\s|$)/.test(step))).toEqual([]);
  expect(steps.filter(({ step }) => /http:\/\//.test(step))).toEqual([]);
});

test('a remedy fits into a mail whole', () => {
  // An alert keeps 500 bytes of it; the general step with two long scopes comes before a provider's own.
  const missingScopes = ['https://www.googleapis.com/auth/analytics', 'contacts:write'];
  const long = [...PROVIDERS, ...EDGES].flatMap(({ name, remedies = {} }) =>
    Object.keys(remedies)
      .map((cause) => remedyOf(cause as keyof typeof CAUSES, { provider: name, missingScopes }))
      .filter((remedy) => Buffer.byteLength(remedy) > 500),
  );
  expect(long).toEqual([]);
});

/** Where a code may stand anywhere, it must be read as the table says, whatever comes before the table. */
const anywhere = PROVIDERS.filter(({ hosts, codesAt }) => hosts !== undefined && codesAt === undefined).flatMap(
  ({ name, hosts = [], codes = {} }) =>
    Object.entries(codes).map(([code, cause]) => ({ name, host: (hosts[0] ?? '').replace('*', 'any'), code, cause })),
);

test.each(anywhere)('$name says $code for $cause', ({ host, code, cause }) => {
  const value = /^-?\d{1,12}$/.test(code) ? Number(code) : code;
  const { cause: found } = diagnose({
    request: { method: 'GET', url: `https://${host}/v1/x`, headers: { authorization: 'Bearer REDACTED' } },
    response: {
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ error: { code: value, message: 'It did not work' } }),
    },
  });
  expect(found).toBe(cause);
});
