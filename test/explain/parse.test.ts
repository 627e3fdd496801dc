import { describe, expect, test } from 'vitest';
import { ExplainInputError } from '../../bin/explain/input.ts';
import { parseInput } from '../../bin/explain/parse.ts';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';

const parseExchange = (text: string): readonly Refusal[] => parseInput(text).refusals;

const JSON_BODY = '{"message":"Bad credentials"}';

describe('curl -i', () => {
  test('one response, HTTP/2 without reason, repeated fields kept apart', () => {
    const text = `HTTP/2 401 \r\ncontent-type: application/json\r\nWWW-Authenticate: Basic\r\nwww-authenticate: Bearer realm="x: y"\r\n\r\n${JSON_BODY}\r\n`;
    expect(parseExchange(text)).toEqual([
      {
        request: { method: 'GET', url: '', headers: {} },
        response: {
          status: 401,
          headers: { 'content-type': 'application/json', 'www-authenticate': ['Basic', 'Bearer realm="x: y"'] },
          body: JSON_BODY,
        },
      },
    ]);
  });

  test("a proxy's CONNECT, 100-continue and redirects come before the answer", () => {
    const text = `HTTP/1.1 200 Connection established\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 302 Found\nLocation: /x\n\nmoved\nHTTP/1.1 403 Forbidden\nServer: nginx\n\nno\n\nway\n`;
    expect(parseExchange(text)[0]?.response).toEqual({ status: 403, headers: { server: 'nginx' }, body: 'no\n\nway' });
  });

  test('the command above it tells the request', () => {
    const text = `$ curl -i -X POST \\\n  -H 'Authorization: Bearer secret' "https://api.example.com/a?b=c"\nHTTP/1.1 403 Forbidden\n\n`;
    expect(parseExchange(text)[0]?.request).toEqual({
      method: 'POST',
      url: 'https://api.example.com/a?b=c',
      headers: { authorization: 'Bearer secret' },
    });
  });

  test('a response without headers or body', () => {
    expect(parseExchange('HTTP/1.1 403 Forbidden')[0]?.response).toEqual({ status: 403, headers: {}, body: '' });
  });
});

test('curl -v: request and response among its talk', () => {
  const text = `*   Trying 203.0.113.7:443...
* Connected to api.example.com (203.0.113.7) port 443
> GET /v1/x HTTP/2
> Host: api.example.com
> Authorization: Bearer secret
>${' '}
{ [5 bytes data]
< HTTP/2 403${' '}
< content-type: application/json
<${' '}
{ [29 bytes data]
${JSON_BODY}
* Connection #0 to host api.example.com left intact`;
  expect(parseExchange(text)).toEqual([
    {
      request: {
        method: 'GET',
        url: 'https://api.example.com/v1/x',
        headers: { host: 'api.example.com', authorization: 'Bearer secret' },
      },
      response: { status: 403, headers: { 'content-type': 'application/json' }, body: JSON_BODY },
    },
  ]);
});

test("curl -v: its farewell on the body's last line is not the body", () => {
  expect(
    parseExchange(`< HTTP/1.1 403 Forbidden\n< \n${JSON_BODY}* Connection #0 to host x left intact`)[0]?.response.body,
  ).toBe(JSON_BODY);
});

test('httpie -p HhBb: the request above the response', () => {
  const text = `POST /items HTTP/1.1\nHost: api.example.com\nAuthorization: Token x\n\n{"name": "x"}\n\n\nHTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{\n    "detail": "no"\n}\n`;
  expect(parseExchange(text)).toEqual([
    {
      request: {
        method: 'POST',
        url: 'https://api.example.com/items',
        headers: { host: 'api.example.com', authorization: 'Token x' },
      },
      response: { status: 403, headers: { 'content-type': 'application/json' }, body: '{\n    "detail": "no"\n}' },
    },
  ]);
});

describe('JSON', () => {
  const response = { status: 403, headers: { 'X-Y': 'z' }, body: 'no' };

  test.each([
    ['with its request', { request: { method: 'PUT', url: 'https://a.example/', headers: {} }, response }, 'PUT'],
    ['without its request', { response }, 'GET'],
    ['the response alone', response, 'GET'],
    [
      'with statusCode and a body that is JSON',
      { response: { statusCode: 403, headers: { 'X-Y': 'z' }, data: { a: 1 } } },
      'GET',
    ],
  ])('%s', (_, value, method) => {
    const [refusal] = parseExchange(JSON.stringify(value));
    expect(refusal).toMatchObject({ request: { method }, response: { status: 403, headers: { 'x-y': 'z' } } });
  });

  test('one a line', () => {
    expect(
      parseExchange(
        `${JSON.stringify({ response })}\n${JSON.stringify({ response: { ...response, status: 401 } })}\n`,
      ).map((refusal) => refusal.response.status),
    ).toEqual([403, 401]);
  });

  test('a HAR gives its refusals, base64 decoded', () => {
    const entry = (status: number, text: string, encoding?: string) => ({
      request: {
        method: 'GET',
        url: 'https://api.example.com/x',
        headers: [{ name: 'Authorization', value: 'Bearer x' }],
      },
      response: { status, headers: [{ name: 'Content-Type', value: 'application/json' }], content: { text, encoding } },
    });
    const har = {
      log: {
        entries: [
          entry(200, '{"fine":true}'),
          entry(403, Buffer.from('no').toString('base64'), 'base64'),
          entry(200, '{"ok":false,"error":"token_expired"}'),
        ],
      },
    };
    const refusals = parseExchange(JSON.stringify(har));
    expect(refusals.map(({ response: { status, body } }) => [status, body])).toEqual([
      [403, 'no'],
      [200, '{"ok":false,"error":"token_expired"}'],
    ]);
    expect(refusals[0]?.request.headers).toMatchObject({ authorization: 'Bearer x' });
  });
});

test.each([
  ['', /^the input is empty: expected the output of curl -i/],
  ['hello there', /^nothing in the line looks like an HTTP response/],
  ['one\ntwo', /^nothing in 2 lines looks like an HTTP response/],
  ['{"hello":1}', /^the JSON has no response/],
  ['[{"response":{"status":403}},{}]', /^item 2 of the JSON has no response/],
  ['{"log":{"entries":[]}}', /^none of the 0 entries of the HAR is a refusal/],
  ['{"response": {"status": 403, "secret": "hunter2" oops', /^the input starts like JSON but is not/],
])('%j is refused with a reason', (text, message) => {
  expect(() => parseExchange(text)).toThrow(ExplainInputError);
  expect(() => parseExchange(text)).toThrow(message);
  expect(() => parseExchange(text)).not.toThrow(/hunter2/);
});
