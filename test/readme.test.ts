import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { CREDENTIAL_KEYS } from '../lambda/config/credentials/keys.ts';
import { CREDENTIAL_KINDS } from '../lambda/config/types.ts';
import { CAUSES } from '../lambda/diagnosis/causes.ts';
import { diagnose } from '../lambda/diagnosis/diagnose.ts';
import { GRANT_PROVIDERS } from '../lambda/grants/providers/index.ts';
import { ALERT_KINDS } from '../lambda/incidents/alert.ts';
import { localSecrets } from '../lambda/local/secrets.ts';
import { METRIC_NAMES, METRIC_UNITS, type MetricKey } from '../lambda/metrics/names.ts';
import { providerAnswers } from './grants/provider-answers.ts';
import { workplace } from './support/cli.ts';
import { startServer } from './support/http-server.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The fenced blocks with this info string. */
const blocks = (info: string): string[] =>
  [...readme.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].flatMap(([, tag, text = '']) => (tag === info ? [text] : []));

function block(info: string): string {
  const [only, ...others] = blocks(info);
  if (only === undefined || others.length > 0) throw new Error(`README has not one block "${info}"`);
  return only;
}

/** How each command of the README is run by the tests. */
const RUN_BY: Readonly<Record<string, string>> = {
  'npm ci && npm start': '.ci/run installs; test/cli/start.test.ts runs the demo',
  'npm ci && npm test': '.ci/run',
  'npx scopewatch init': 'below',
  'npx scopewatch validate': 'below',
  'npx scopewatch check': 'test/cli/check.test.ts',
  'npx scopewatch credentials': 'below',
  'npx scopewatch start': 'test/cli/start.test.ts',
  'curl -si https://api.example.com/v1/invoices | npx scopewatch explain': 'below, with the answer that stands there',
  'npx cdk bootstrap': 'test/aws',
  'npx cdk deploy -c config=scopewatch.config.ts': 'test/aws',
  'npm run deploy:local': 'test/aws',
};

test('every command is one that a test runs, and every script exists', () => {
  const commands = blocks('sh').flatMap((text) => text.trim().split('\n'));
  expect(commands.toSorted()).toEqual(Object.keys(RUN_BY).toSorted());
  for (const [, script = ''] of readme.matchAll(/npm run ([a-z:-]+)/g)) expect(scripts).toHaveProperty([script]);
});

test('init and validate work as written', async () => {
  await using place = await workplace();
  expect(await place.run(['init'])).toMatchObject({ code: 0 });
  expect(await place.run(['validate'])).toMatchObject({ code: 0 });
});

test('the configuration is valid', async () => {
  await using place = await workplace();
  const file = await place.write('scopewatch.config.ts', block('ts config'));
  const { stdout } = await place.run(['validate', '--config', file]);
  expect(stdout).toContain('is valid: monitor payments, 2 probes, 2 credentials');
});

test('the configuration with the other kinds of credentials is valid', async () => {
  await using place = await workplace();
  const file = await place.write('scopewatch.config.ts', block('ts credentials'));
  const { stdout } = await place.run(['validate', '--config', file]);
  expect(stdout).toContain('is valid: monitor integrations, 1 probe, 8 credentials');
});

test('every kind of credential has a row and an example, and every key of it is in a table', () => {
  const tables = readme.slice(readme.indexOf('| key | what it takes'), readme.indexOf('```ts credentials'));
  const rows = [...tables.slice(tables.indexOf('| kind |')).matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(
    ([, kind]) => kind,
  );
  expect(rows).toEqual(CREDENTIAL_KINDS);
  const examples = block('ts config') + block('ts credentials');
  for (const kind of CREDENTIAL_KINDS) expect(examples).toContain(`kind: '${kind}'`);
  for (const key of CREDENTIAL_KEYS) expect(tables).toMatch(new RegExp(`[\`.]${key}\``));
});

/** Days from now, and half of one more, so that no test is at the edge of two. */
const inDays = (days: number) => Date.now() + (days + 0.5) * 24 * 60 * 60 * 1_000;

/** A GitHub, a token endpoint and an introspection endpoint in one, for the credentials that the README shows. */
const answering = () =>
  startServer((request, response) => {
    const send = (body: unknown, headers: Record<string, string> = {}): void =>
      void response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    const ends = new Date(inDays(11)).toISOString().replace(/T(.*)\..*/, ' $1 UTC');
    if (request.url === '/user')
      return send(
        { login: 'ci-bot', id: 41898282 },
        { 'x-oauth-scopes': 'repo, gist', 'github-authentication-token-expiration': ends },
      );
    if (request.url === '/introspect')
      return send({ active: true, scope: 'orders:read', sub: 'acct-7', exp: Math.floor(inDays(90) / 1_000) });
    const scoped = request.url === '/gitlab/token' && { scope: 'read_api' };
    send({ access_token: 'minted', token_type: 'Bearer', expires_in: 5_400, refresh_token: 'next', ...scoped });
  });

test('the credentials are shown as it says', async () => {
  await using place = await workplace();
  const server = await answering();
  const json = (value: object) => JSON.stringify(value);
  const client = { client_id: 'monitor', client_secret: 'hunter2CorrectHorse' };
  const secrets = await place.write('s.json', {
    github: 'ghp_planted',
    graph: json(client),
    gitlab: json({ ...client, refresh_token: 'first' }),
    partner: 'opaque',
    asker: 'monitor:hunter2CorrectHorse',
  });
  const url = (path: string) => `${server.url}${path}`;
  const config = await place.write('x.json', {
    monitor: 'integrations',
    allowPrivateNetwork: true,
    credentials: {
      'github-ci': {
        kind: 'bearer',
        provider: 'github',
        secret: 'github',
        apiUrl: server.url,
        scopes: ['repo', 'read:org'],
      },
      graph: {
        kind: 'oauth2-client-credentials',
        secret: 'graph',
        tokenUrl: url('/token'),
        expiresAt: new Date(inDays(6)).toISOString(),
      },
      gitlab: { kind: 'oauth2-refresh-token', secret: 'gitlab', tokenUrl: url('/gitlab/token'), rotates: true },
      partner: { kind: 'bearer', secret: 'partner', introspection: { url: url('/introspect'), credential: 'asker' } },
      asker: { kind: 'basic', secret: 'asker' },
    },
    probes: [{ name: 'status', url: url('/user') }],
  });
  const { code, stdout } = await place.run(['credentials', '--config', config, '--secrets', secrets]);
  await server.close();
  expect(stdout).toBe(block('text credentials'));
  expect(code).toBe(1);
});

test('the refused answer is explained as it says', async () => {
  await using place = await workplace();
  const { stdout } = await place.run(['explain'], { input: block('http refused') });
  expect(stdout).toBe(block('text explained'));
});

test('the diagnosis in code is what it says', () => {
  const source = block('ts diagnose').replaceAll(/^import .*$/gm, '');
  const said: unknown[] = [];
  new Function('diagnose', 'console', source)(diagnose, { log: (...words: unknown[]) => said.push(...words) });
  expect(said).toEqual(['scope-missing', ['identity.basic']]);
});

test('the secrets file holds what the configuration names', async () => {
  await using place = await workplace();
  const secrets = localSecrets(await place.write('s.json', block('json secrets')), {
    read: async () => ({ unreadable: 'nowhere' }),
  });
  expect(await secrets.read('prod/github-ci')).toMatchObject({ value: 'a token' });
  expect(await secrets.read('prod/billing#key')).toMatchObject({ value: '{"key":"a key"}' });
});

test('the alert is one that is sent', () => {
  const golden = readFileSync(join(root, 'test/incidents/golden/credential-expired.txt'), 'utf8');
  expect(golden.startsWith(block('text alert'))).toBe(true);
});

test('the construct makes a stack', async () => {
  const { defineConfig, ScopewatchMonitor } = await import('../index.ts');
  const source = block('ts construct').replaceAll(/^import .*$/gm, '');
  const make = new Function('App', 'Stack', 'defineConfig', 'ScopewatchMonitor', `${source}; return stack;`);
  const stack = make(App, Stack, defineConfig, ScopewatchMonitor);
  expect(stack.node.findAll().length).toBeGreaterThan(20);
});

test('every cause and every kind of alert is named', () => {
  for (const name of [...Object.keys(CAUSES), ...ALERT_KINDS]) expect(readme).toContain(`\`${name}\``);
});

test('the table of what providers tell is what their answers show', () => {
  const told = GRANT_PROVIDERS.map(({ name }) => {
    const said = providerAnswers.filter(({ provider }) => provider === name).map(({ says }) => says);
    return {
      name,
      end: said.some(({ expiresAt }) => expiresAt !== undefined),
      scopes: said.some(({ scopes }) => scopes !== undefined),
      lives: said.some(({ life }) => life === 'alive'),
      how: said.some(({ life }) => life === 'expired' || life === 'revoked'),
    };
  });
  expect(told.filter(({ lives }) => !lives)).toEqual([]);
  const rows = [
    told.filter(({ end, scopes }) => end && scopes),
    told.filter(({ end, scopes }) => end && !scopes),
    told.filter(({ end, scopes }) => !end && scopes),
    told.filter(({ end, scopes }) => !end && !scopes),
    told.filter(({ how }) => how),
  ];
  const [, table = ''] = /^\| tells \| provider \|\n\|---\|---\|\n((?:\|.*\n)+)/m.exec(readme) ?? [];
  const listed = table.trim().split('\n');
  const names = listed.map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(names).toEqual(rows.map((row) => row.map(({ name }) => name).toSorted()));
});

test('the table of metrics is what is sent', () => {
  const rows = [...readme.matchAll(/^\| `(\w+)` \| (\w+) \| `Monitor`/gm)].map(([, name, unit]) => [name, unit]);
  const sent = Object.entries(METRIC_NAMES).map(([key, name]) => [name, METRIC_UNITS[key as MetricKey]]);
  expect(rows).toEqual(sent);
});
