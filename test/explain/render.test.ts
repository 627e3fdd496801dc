import { expect, test } from 'vitest';
import { explainText } from '../../bin/explain/explained.ts';
import { explainNdjson } from '../../bin/explain/ndjson.ts';
import { renderDiagnosis } from '../../bin/explain/render.ts';
import { report } from '../../bin/explain/report.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';

const plain = { style: (_: unknown, text: string) => text, width: 80 };
const TOKEN = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';

function refusal(status: number, body: unknown, headers: Record<string, string> = {}): Refusal {
  return {
    request: {
      method: 'GET',
      url: `https://u:p@api.example.com/x?key=${TOKEN}`,
      headers: { authorization: `Bearer ${TOKEN}` },
    },
    response: { status, headers, body: JSON.stringify(body) },
  };
}

test('a person reads cause, meaning, evidence, details and the next step', () => {
  const limited = refusal(
    429,
    { message: 'Rate limit is exceeded. Try again in 20 seconds.' },
    { 'retry-after': '20', 'x-request-id': 'r-1' },
  );
  expect(renderDiagnosis(limited, diagnose(limited), plain)).toBe(`rate-limited (rate-limit)
Too many requests in a window; it clears by waiting.

Call        GET https://api.example.com/x answered 429
Sure        certain: the response says so
Why         status              429
            header retry-after  “20”
            body message        “Rate limit is exceeded. Try again in 20
                                seconds.”
Details     retry after  20 s
            request id   r-1
What to do  Wait 20 s, then call less often.
Or else     quota-exceeded  waiting does not clear it: it is the allowance of a
                            day, a month or a plan`);
});

test('what is not certain names what else it could be', () => {
  const denied = refusal(403, { message: 'You do not have permission to do this' });
  expect(renderDiagnosis(denied, diagnose(denied), plain)).toContain('Or else     scope-missing ');
});

test('lines keep to the width', () => {
  const long = refusal(403, {
    message: `You do not have permission to do this ${'because of a very long story '.repeat(20)}`,
  });
  const lines = renderDiagnosis(long, diagnose(long), { ...plain, width: 60 }).split('\n');
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
});

test('on a narrow terminal labels stand above what they name', () => {
  const denied = refusal(403, { message: 'You do not have permission to do this' });
  expect(renderDiagnosis(denied, diagnose(denied), { ...plain, width: 40 })).toContain('\nWhy\n  body message  “You');
});

test('calls that are refused in the same way are told once', () => {
  const entry = { request: { method: 'GET', url: 'https://a.example/x' }, response: { status: 403 } };
  const other = { ...entry, request: { method: 'GET', url: 'https://a.example/y' } };
  const { explained, notes } = explainText(JSON.stringify({ log: { entries: [entry, other, entry] } }));
  const text = report(explained, notes, plain);
  expect(text.match(/GET \S+ answered 403.*/g)).toEqual([
    'GET https://a.example/x answered 403, 2 times',
    'GET https://a.example/y answered 403',
  ]);
});

test("colour is the caller's", () => {
  const denied = refusal(403, {});
  const painted = renderDiagnosis(denied, diagnose(denied), {
    style: (format, text) => `<${String(format)}>${text}`,
    width: 80,
  });
  expect(painted).toMatch(/^<bold><yellow>unknown/);
});

test('no credential that the server echoes is shown', () => {
  const echo = refusal(401, {
    message: `Invalid token ${TOKEN}`,
    documentation_url: `https://docs.example.com/?t=${TOKEN}`,
  });
  expect(renderDiagnosis(echo, diagnose(echo), plain)).not.toContain(TOKEN);
  expect(explainNdjson(JSON.stringify({ id: 1, ...echo }))).not.toContain(TOKEN);
});

test('one line in, one line out, with the id', () => {
  const line = JSON.stringify({
    id: 'a-1',
    ...refusal(401, { error: 'invalid_token', error_description: 'The access token expired' }),
  });
  const output = explainNdjson(line);
  expect(output).not.toContain('\n');
  expect(JSON.parse(output)).toMatchObject({
    id: 'a-1',
    cause: 'credential-expired',
    family: 'authentication',
    confidence: 'certain',
    details: {},
  });
});

test.each([
  ['not json', { id: null, error: 'the line is not JSON' }],
  ['', { id: null, error: 'the line is empty' }],
  ['\r', { id: null, error: 'the line is empty' }],
  ['{"id":"x"}', { id: 'x', error: 'the line has no "response" with a status from 100 to 599' }],
  [
    '{"id":7,"response":{"status":"abc"}}',
    { id: 7, error: 'the line has no "response" with a status from 100 to 599' },
  ],
  ['null', { id: null, error: 'the line has no "response" with a status from 100 to 599' }],
])('the line %j is answered with an error', (line, expected) => {
  expect(JSON.parse(explainNdjson(line))).toEqual(expected);
});
