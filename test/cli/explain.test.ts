import { expect, test } from 'vitest';
import { workplace } from '../support/cli.ts';

const CURL = `HTTP/2 403
content-type: application/json
www-authenticate: Bearer error="insufficient_scope", scope="repo:write"

{"message":"nope"}
`;

const exchange = (id: string, status: number, body: string) =>
  JSON.stringify({
    id,
    request: { method: 'GET', url: 'https://api.example.com/', headers: { authorization: 'Bearer REDACTED' } },
    response: { status, headers: { 'content-type': 'application/json' }, body },
  });

test('curl output on standard input is explained for people', async () => {
  await using place = await workplace();
  const { code, stdout } = await place.run(['explain'], { input: CURL });
  expect(code).toBe(0);
  expect(stdout).toContain('scope-missing');
  expect(stdout).toContain('repo:write');
  expect(stdout).not.toContain('\u001b[');
});

test('--json gives the diagnosis of each exchange', async () => {
  await using place = await workplace();
  const file = await place.write('refused.txt', CURL);
  const { stdout } = await place.run(['explain', file, '--json']);
  expect(JSON.parse(stdout)).toMatchObject([{ cause: 'scope-missing', details: { missingScopes: ['repo:write'] } }]);
});

test('--ndjson answers each line in order, also those that cannot be read', async () => {
  await using place = await workplace();
  const input = [
    exchange('a', 429, '{}'),
    'not json',
    exchange('b', 403, ''),
    exchange('c', 401, '{"error":"token_expired"}'),
  ].join('\n');
  const { code, stdout } = await place.run(['explain', '--ndjson'], { input });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(2);
  expect(lines.map(({ id, cause }) => [id, cause])).toEqual([
    ['a', 'rate-limited'],
    [null, undefined],
    ['b', 'unknown'],
    ['c', 'credential-expired'],
  ]);
  expect(lines[1].error).toBe('the line is not JSON');
  for (const { cause, evidence } of lines) if (cause) expect(evidence.length).toBeGreaterThan(0);
});

test.each([
  ['HTTP/1.1 200 OK\n\n{"ok":true}', 'The answer is 200, what was asked for: nothing in it is a refusal.\n'],
  ['HTTP/1.1 500 Oops\n\n<h1>Oops</h1>', 'The answer is 500, a fault of the server: nothing in it is a refusal.\n'],
])('an answer that refuses nothing is not diagnosed: %j', async (input, said) => {
  await using place = await workplace();
  expect((await place.run(['explain'], { input })).stdout).toBe(said);
});

test('an error document without its head is read by the status that it tells', async () => {
  await using place = await workplace();
  const input = '{"type":"about:blank","title":"Unauthorized","status":401,"detail":"The access token expired"}';
  const { stdout } = await place.run(['explain', '--json'], { input });
  expect(JSON.parse(stdout)).toMatchObject([{ cause: 'credential-expired' }]);
});

test.each([
  [['explain', '--ndjson'], '{"response":{"status":403}}\r\n\r\n\n', 0, ''],
  [['explain', '--ndjson'], '\n{"id":1}', 2, 'line 2 of 2 is no exchange: see "error" in its answer\n'],
  [
    ['explain', '--ndjson'],
    'a\n{"response":{"status":403}}\nb',
    2,
    '2 of 3 lines are no exchanges, the first is line 1: see "error" in their answers\n',
  ],
])('%j of %j ends with the code for it', async (args, input, code, stderr) => {
  await using place = await workplace();
  const outcome = await place.run(args, { input });
  expect(outcome).toMatchObject({ code, stderr });
  expect(outcome.stdout.trim().split('\n')).toHaveLength(input.replace(/\n$/, '').split('\n').length);
});

test('how much of a HAR was looked at is said, and does not mix with JSON', async () => {
  await using place = await workplace();
  const input = '{"log":{"entries":[{"response":{"status":200}},{"response":{"status":429}}]}}';
  const note = 'The HAR has 2 entries: 1 of them is a refusal.\n';
  expect((await place.run(['explain'], { input })).stdout.startsWith(note)).toBe(true);
  const { stdout, stderr } = await place.run(['explain', '--json'], { input });
  expect(JSON.parse(stdout)).toMatchObject([{ cause: 'rate-limited' }]);
  expect(stderr).toBe(note);
});

test('a HAR without a refusal is well', async () => {
  await using place = await workplace();
  const input = '{"log":{"entries":[{"response":{"status":200}}]}}';
  expect(await place.run(['explain'], { input })).toEqual({
    code: 0,
    stdout: 'The HAR has 1 entry: no refusal among them.\n',
    stderr: '',
  });
});

test('colour is for a terminal, or for one who asks for it', async () => {
  await using place = await workplace();
  expect((await place.run(['explain'], { input: CURL, env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
});

test('what is no response is a wrong call', async () => {
  await using place = await workplace();
  expect(await place.run(['explain'], { input: 'hello' })).toMatchObject({ code: 2, stdout: '' });
});

test.each([[[]], [['--json']]])('a password of the pasted command is not repeated, with %j', async (options) => {
  await using place = await workplace();
  const input = `$ curl -i -u admin:hunter2Horse https://api.example.com/hunter2Horse\nHTTP/1.1 403 Forbidden\ncontent-type: application/json\n\n{"message":"the password hunter2Horse is not enough"}\n`;
  const { code, stdout } = await place.run(['explain', ...options], { input });
  expect(code).toBe(0);
  expect(stdout).toContain('the password <redacted> is not');
  expect(stdout).not.toContain('hunter2');
});

test('a folder is a wrong call', async () => {
  await using place = await workplace();
  expect(await place.run(['explain', place.folder])).toEqual({
    code: 2,
    stdout: '',
    stderr: `${place.folder} is a folder: name the file in it that holds a recorded response\n`,
  });
});
