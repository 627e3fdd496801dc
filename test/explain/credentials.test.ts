import { describe, expect, test } from 'vitest';
import { credentialsInText } from '../../bin/explain/credentials.ts';
import { explainText } from '../../bin/explain/explained.ts';
import { explainNdjson } from '../../bin/explain/ndjson.ts';
import { parseInput } from '../../bin/explain/parse.ts';
import { renderDiagnosis } from '../../bin/explain/render.ts';
import { redactorFor } from '../../bin/explain/safe.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import { credentialsOf } from '../../lambda/redaction/credentials.ts';

const PLANTED = 'hunter2CorrectHorse';
const BASIC = Buffer.from(`zoey:${PLANTED}`).toString('base64');

const request = (headers: Record<string, string | string[]>, url = 'https://api.example.com/') => ({
  method: 'GET',
  url,
  headers,
});

describe('what a request carries as a credential', () => {
  test.each([
    ['a bearer token', request({ authorization: `Bearer ${PLANTED}` })],
    ['a token without a word before it', request({ Authorization: PLANTED })],
    ['a password in Basic', request({ authorization: `Basic ${BASIC}` })],
    ["a proxy's password", request({ 'proxy-authorization': `basic ${BASIC}` })],
    ['a cookie among others', request({ cookie: `theme=dark; sid=${PLANTED}; a=b` })],
    ['a header named like a key', request({ 'Ocp-Apim-Subscription-Key': PLANTED })],
    ['a header that is there twice', request({ 'x-auth-token': ['other', PLANTED] })],
    ['a query parameter', request({}, `https://api.example.com/?a=1&api_key=${PLANTED}`)],
    ['a query parameter that is encoded', request({}, `https://api.example.com/?sig=%68${PLANTED.slice(1)}`)],
    ["a bot's token in the path", request({}, `https://api.telegram.org/bot${PLANTED}/getMe`)],
    ['a password in the URL', request({}, `https://zoey:${PLANTED}@api.example.com/`)],
  ])('%s is known', (_, sent) => {
    expect(credentialsOf(sent)).toContain(PLANTED);
  });

  test('settings are none', () => {
    const sent = request(
      { accept: 'text/html', ':authority': 'api.example.com', cookie: 'theme=dark', 'user-agent': 'curl/8' },
      'https://api.example.com/keys?author=zoey&page=2',
    );
    expect(credentialsOf(sent)).toEqual(['theme=dark']);
  });
});

describe('what a text carries as a credential', () => {
  const ANSWER = 'HTTP/1.1 403 Forbidden\n\nno';

  test.each([
    `$ curl -i -u zoey:${PLANTED} https://api.example.com/\n${ANSWER}`,
    `$ curl -i -uzoey:${PLANTED} https://api.example.com/\n${ANSWER}`,
    `$ curl -i --user 'zoey:${PLANTED}' https://api.example.com/\n${ANSWER}`,
    `$ curl -i --proxy-user zoey:${PLANTED} https://api.example.com/\n${ANSWER}`,
    `$ curl -i --oauth2-bearer ${PLANTED} https://api.example.com/\n${ANSWER}`,
    `$ curl -i -b sid=${PLANTED} https://api.example.com/\n${ANSWER}`,
    `$ curl -v -u zoey:${PLANTED} https://api.example.com/\n> GET / HTTP/1.1\n> Host: api.example.com\n> \n< ${ANSWER}`,
    `> CONNECT api.example.com:443 HTTP/1.1\n> Proxy-Authorization: Basic ${BASIC}\n> \n< HTTP/1.1 200 OK\n< \n> GET / HTTP/2\n> \n< ${ANSWER}`,
    `GET /?access_token=${PLANTED} HTTP/1.1\nHost: api.example.com\n\n${ANSWER}`,
  ])('%j', (text) => {
    expect(parseInput(text).requests.flatMap(credentialsOf)).toContain(PLANTED);
  });

  test('is not what an answer tells', () => {
    const text = 'HTTP/2 401\ngithub-authentication-token-expiration: 2026-01-01 00:00:00 UTC\n\n{}';
    expect([...parseInput(text).requests.flatMap(credentialsOf), ...credentialsInText(text)]).toEqual([]);
  });
});

test.each([
  [
    'of a call before the refused one',
    `> GET /a?sig=${PLANTED} HTTP/1.1\n> Host: a.example\n> \n< HTTP/1.1 302 Found\n< \n> GET /b HTTP/1.1\n> Host: a.example\n> \n< HTTP/1.1 403 Forbidden\n< \n{"message":"you may not, ${PLANTED}"}`,
  ],
  [
    'of a field somewhere in a log',
    `sent x-api-key: ${PLANTED}\nError: status code 403\ndata: {'message': 'you may not, ${PLANTED}'}`,
  ],
])('a credential %s is not repeated', (_, text) => {
  const said = JSON.stringify(explainText(text).explained.map(({ diagnosis }) => diagnosis));
  expect(said).toContain('you may not, <redacted>');
  expect(said).not.toContain(PLANTED);
});

describe('an answer that repeats a credential', () => {
  const sent = request({ authorization: `Basic ${BASIC}` }, `https://api.example.com/${PLANTED}`);
  const body = JSON.stringify({ error: 'invalid_token', message: `no ${PLANTED} in ${BASIC}` });
  const exchange = { request: sent, response: { status: 401, headers: { 'x-request-id': PLANTED }, body } };

  test('is explained to a person without it', () => {
    const [refusal = exchange] = parseInput(JSON.stringify(exchange)).refusals;
    const redact = redactorFor(refusal.request);
    const text = renderDiagnosis(refusal, diagnose(refusal), { style: (_, text) => text, width: 80, redact });
    expect(text).toContain('no <redacted> in <redacted>');
    expect(text).not.toContain(PLANTED);
  });

  test('is explained in a line without it, in its id too', () => {
    const line = explainNdjson(JSON.stringify({ id: PLANTED, ...exchange }));
    expect(JSON.parse(line)).toMatchObject({ id: '<redacted>', cause: 'credential-invalid' });
    expect(line).not.toContain(PLANTED);
    expect(line).not.toContain(BASIC);
  });

  test('leaves the id of a line without an answer, but for the credential', () => {
    const line = explainNdjson(JSON.stringify({ id: ['a-1', PLANTED, 7], request: sent }));
    expect(JSON.parse(line)).toMatchObject({ id: ['a-1', '<redacted>', 7], error: expect.any(String) });
  });
});
