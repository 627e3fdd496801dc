import { describe, expect, test } from 'vitest';
import { explainText } from '../../bin/explain/explained.ts';
import { parseInput } from '../../bin/explain/parse.ts';

const PLANTED = 'hunter2CorrectHorse9';
const API = 'https://api.example.com/v1/x';

/** Input, the call that it names, the status, the cause. Each is as its program prints it, shortened. */
test.each([
  [
    'axios, with what the console leaves out',
    'AxiosError: Request failed with status code 403\n ... response: { status: 403, data: {...} }',
    'GET ',
    403,
    'unknown',
  ],
  [
    'axios in a browser',
    "AxiosError {message: 'Request failed with status code 401', code: 'ERR_BAD_REQUEST', config: {…}, request: XMLHttpRequest, …}",
    'GET ',
    401,
    'unknown',
  ],
  [
    'Octokit',
    `RequestError [HttpError]: Bad credentials - https://docs.github.com/rest
    at fetchWrapper (file:///x/dist-bundle/index.js:118:11) {
  status: 401,
  request: { method: 'DELETE', url: '${API}', headers: { authorization: 'token [REDACTED]' }, request: { hook: [Function: bound bound register] } },
  response: { url: '${API}', status: 401, headers: { 'x-a': 'b' }, data: { message: 'Bad ' +
      'credentials', status: '401' } }
}`,
    `DELETE ${API}`,
    401,
    'credential-invalid',
  ],
  [
    'Spring',
    'org.springframework.web.client.HttpClientErrorException$Forbidden: 403 Forbidden: "{"error":"insufficient_scope","scope":"write"}"\n\tat org.springframework.web.client.HttpClientErrorException.create(HttpClientErrorException.java:109)',
    'GET ',
    403,
    'scope-missing',
  ],
  [
    'java.net',
    `java.io.IOException: Server returned HTTP response code: 401 for URL: ${API}?key=${PLANTED}`,
    `GET ${API}?key=${PLANTED}`,
    401,
    'credential-invalid', // one was sent, in the address
  ],
  [
    "Google's Go client",
    'googleapi: Error 403: Request had insufficient authentication scopes., insufficientPermissions',
    'GET ',
    403,
    'scope-missing',
  ],
  [
    'OpenAI for Python',
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided', 'param': None, 'code': 'invalid_api_key'}}",
    'GET ',
    401,
    'credential-invalid',
  ],
  [
    'a log of names and values',
    `2026-11-23T10:00:00Z ERROR upstream call failed method=PUT url=${API} status=403 body={"message":"Resource not accessible by integration"}`,
    `PUT ${API}`,
    403,
    'scope-missing',
  ],
  ['a log in Go', `Get "${API}": unexpected status code: 429 Too Many Requests`, 'GET ', 429, 'rate-limited'],
  ["a browser's console", `POST ${API} 401 (Unauthorized)`, `POST ${API}`, 401, 'unknown'],
  [
    "a browser's network panel",
    `Request URL:\n${API}\nRequest Method:\nGET\nStatus Code:\n403 Forbidden`,
    `GET ${API}`,
    403,
    'unknown',
  ],
  [
    'httpx',
    `httpx.HTTPStatusError: Client error '401 Unauthorized' for url '${API}?token=${PLANTED}'\nFor more information check: https://developer.mozilla.org/`,
    `GET ${API}?token=${PLANTED}`,
    401,
    'credential-invalid',
  ],
  [
    'pino around axios',
    `{"level":50,"err":{"config":{"method":"post","url":"${API}","headers":{"Authorization":"Bearer ${PLANTED}"}},"response":{"status":403,"data":{"message":"CSRF token missing, ${PLANTED}"}}},"msg":"x"}`,
    `POST ${API}`,
    403,
    'csrf-rejected',
  ],
])('%s', (_, text, call, status, cause) => {
  const { request, response } = parseInput(text).refusals[0] ?? {};
  expect([`${request?.method} ${request?.url}`, response?.status]).toEqual([call, status]);
  const { explained } = explainText(text);
  expect(explained[0]?.diagnosis.cause).toBe(cause);
  expect(JSON.stringify(explained[0]?.diagnosis)).not.toContain(PLANTED);
});

describe('a body alone', () => {
  test.each([
    ['{"error":"invalid_token"}', 0, 'credential-invalid'],
    ['{"code":401,"data":null,"msg":"token expired"}', 401, 'credential-expired'],
    ['{"error":{"code":403,"message":"The caller does not have permission"}}', 403, 'permission-denied'],
    ['[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]', 0, 'credential-invalid'],
    ['error=invalid_grant&error_description=Token+expired', 0, 'credential-expired'],
    ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 0, 'permission-denied'],
    ['<html><head><title>403 Forbidden</title></head></html>', 403, 'unknown'],
  ])('%s', (body, status, cause) => {
    const { explained, notes } = explainText(body);
    expect(explained.map(({ refusal, diagnosis }) => [refusal.response.status, diagnosis.cause])).toEqual([
      [status, cause],
    ]);
    expect(notes.join(' ')).toMatch(/^Only a (?:body|text) was given/);
  });

  test('a status that was not given is not made up', () => {
    const { explained } = explainText('{"message":"no"}');
    expect(explained[0]?.diagnosis.evidence).toContainEqual({ where: 'status', what: 'not known' });
  });
});

test.each([
  ['403', 403, ''],
  ['HTTP 401 Unauthorized', 401, ''],
  ['Status: 401 Unauthorized\n{"error":"invalid_token"}', 401, '{"error":"invalid_token"}'],
  ['<p>no</p>\n403\n', 403, '<p>no</p>'],
])('status and body: %j', (text, status, body) => {
  expect(parseInput(text).refusals[0]?.response).toEqual({ status, headers: {}, body });
});

test.each(['The quick brown fox jumps over 403 lazy dogs', '{"users":[403]}', 'hello', 'Total: 450 items'])(
  'a status is not read into %j',
  (text) => {
    expect(() => parseInput(text)).toThrow(/response/);
  },
);
