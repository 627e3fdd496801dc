import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainText } from '../../bin/explain/explained.ts';
import { textOf } from '../../bin/explain/forms/plain-text.ts';
import { ExplainInputError } from '../../bin/explain/input.ts';
import { report } from '../../bin/explain/report.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'explain');
const PLANTED = /hunter2|aHVudGVyMkNvcnJlY3RIb3JzZ|ODVudGVyMkNvcnJlY3|em9leTpodW50ZXIy/;
const HTTP = 'http://127.0.0.1:8801';
const TLS = 'https://localhost:8802';

const explain = (name: string) => explainText(textOf(readFileSync(join(folder, name))));

/** What of the message reached the reader: head and body, the head alone, the body alone, or the status at most. */
type Read = 'all' | 'head' | 'body' | 'status';

const RECORDED: readonly (readonly [name: string, call: string, status: number, read: Read])[] = [
  ['curl-i.txt', 'GET ', 403, 'all'],
  ['curl-i-powershell.txt', 'GET ', 403, 'all'],
  ['curl-i-h2.txt', 'GET ', 403, 'all'],
  ['curl-i-progress.txt', 'GET ', 403, 'all'],
  ['curl-siL.txt', 'GET ', 403, 'all'],
  ['curl-si-100.txt', 'GET ', 403, 'all'],
  ['curl-si-gzip.txt', 'GET ', 403, 'body'],
  ['curl-si-proxy.txt', 'GET ', 403, 'all'],
  ['curl-si-proxy407.txt', 'GET ', 407, 'status'],
  ['curl-sI.txt', 'GET ', 403, 'head'],
  ['curl-D-o.txt', 'GET ', 403, 'head'],
  ['curl-w.txt', 'GET ', 403, 'body'],
  ['curl-s-body.txt', 'GET ', 0, 'body'],
  ['curl-failbody.txt', 'GET ', 403, 'body'],
  ['curl-v-http11.txt', `GET ${HTTP}/refused`, 403, 'all'],
  ['curl-sv-http11.txt', `GET ${HTTP}/refused`, 403, 'all'],
  ['curl-v-h2.txt', `GET ${TLS}/refused`, 403, 'all'],
  ['curl-sv-h2.txt', `GET ${TLS}/refused`, 403, 'all'],
  ['curl-sv-tls-http11.txt', `GET ${TLS}/refused`, 403, 'all'],
  ['curl-svL.txt', `GET ${TLS}/refused`, 403, 'all'],
  ['curl-vL.txt', `GET ${HTTP}/refused`, 403, 'all'],
  ['curl-sv-100.txt', `POST ${HTTP}/refused`, 403, 'all'],
  ['curl-v-post.txt', `POST ${HTTP}/refused`, 403, 'all'],
  ['curl-sv-proxy.txt', `GET ${TLS}/refused`, 403, 'all'],
  ['curl-sv-proxy407.txt', 'CONNECT localhost:8802', 407, 'status'],
  ['curl-sv-compressed.txt', `GET ${HTTP}/gzip`, 403, 'body'],
  ['curl-sv-gzip.txt', `GET ${HTTP}/gzip`, 403, 'body'],
  ['curl-sv-html.txt', `GET ${HTTP}/html`, 403, 'status'],
  ['curl-sv-nl.txt', `GET ${HTTP}/nl`, 403, 'all'],
  ['curl-sv-empty.txt', `GET ${HTTP}/empty`, 403, 'status'],
  ['curl-sv-two.txt', `GET ${HTTP}/refused`, 403, 'all'],
  ['curl-sv-tracetime.txt', `GET ${HTTP}/refused`, 403, 'all'],
  ['wget-S.txt', `GET ${HTTP}/refused`, 403, 'head'],
  // HTTPie does not say which scheme it used.
  ['httpie-v.txt', 'GET https://127.0.0.1:8801/refused', 403, 'all'],
  ['httpie-HhBb.txt', 'POST https://127.0.0.1:8801/refused', 403, 'all'],
  ['httpie-hb.txt', 'GET ', 403, 'all'],
  ['httpie-b.txt', 'GET ', 0, 'body'],
  ['httpie-pretty-all.txt', 'GET https://127.0.0.1:8801/refused', 403, 'all'],
  ['httpie-follow-all.txt', 'GET https://127.0.0.1:8801/refused', 403, 'all'],
  ['httpie-vv.txt', 'GET https://127.0.0.1:8801/refused', 403, 'all'],
  ['http-client-debug.txt', 'GET https://127.0.0.1:8801/refused', 403, 'head'],
  ['requests-repr.txt', 'GET ', 403, 'all'],
  ['requests-traceback.txt', `GET ${HTTP}/refused`, 403, 'status'],
  ['urllib-traceback.txt', 'GET ', 403, 'status'],
  ['axios-inspect.txt', `GET ${HTTP}/refused`, 403, 'all'],
  ['axios-json.txt', `GET ${HTTP}/refused`, 403, 'status'],
  ['axios-msg.txt', 'GET ', 403, 'body'],
  ['axios-response.txt', 'GET ', 403, 'all'],
  ['fetch-response.txt', `GET ${HTTP}/refused`, 403, 'head'],
  ['got-inspect.txt', `GET ${HTTP}/refused`, 403, 'status'],
  ['chrome.har', 'POST https://api.example.com/v1/invoices', 403, 'all'],
  ['firefox.har', 'GET https://api.example.com/v1/invoices', 403, 'all'],
  ['insomnia.har', 'GET https://api.example.com/v1/invoices', 403, 'all'],
];

const UNREADABLE: readonly (readonly [name: string, message: RegExp])[] = [
  ['curl-sv-badcert.txt', /^there is no response in it, because curl failed before one came/],
  ['curl-sv-refusedconn.txt', /^there is no response in it, because curl failed before one came/],
  ['curl-trace-ascii.txt', /^the input is what curl --trace prints, which is not read: use curl -v/],
  ['httpie-offline.txt', /^there is a request in it and no response/],
];

describe.each(RECORDED)('%s', (name, call, status, read) => {
  test('is read as the call that it shows', () => {
    const { explained } = explain(name);
    expect(explained.map(({ refusal: { request } }) => `${request.method} ${request.url.split('?')[0]}`)).toEqual([
      call,
    ]);
    expect(explained[0]?.refusal.response.status).toBe(status);
  });

  test(`gives what it shows of the answer: ${read}`, () => {
    const places = explain(name).explained[0]?.diagnosis.evidence.map(({ where }) => where.split(' ')[0]);
    const seen: Readonly<Record<Read, readonly string[]>> = {
      all: ['header', 'body'],
      head: ['header'],
      body: ['body'],
      status: ['status'],
    };
    expect(places).toEqual(expect.arrayContaining([...seen[read]]));
    expect(explain(name).explained[0]?.diagnosis.cause === 'scope-missing').toBe(read !== 'status');
  });

  test.runIf(read === 'all' || read === 'body')('holds the body and nothing else', () => {
    const { body } = explain(name).explained[0]?.refusal.response ?? {};
    const { message, ...rest } = JSON.parse(body ?? '');
    expect(message).toMatch(/^You may read invoices, not write them/);
    expect(rest).toEqual({ code: 'insufficient_scope' });
  });

  test.each([80, 40])('is told at %i columns, without a credential', (width) => {
    const { explained, notes } = explain(name);
    const text = report(explained, notes, { style: (_, said) => said, width, clock: { now: 0, timeZone: 'UTC' } });
    expect(text).not.toMatch(PLANTED);
    expect(JSON.stringify(explained.map(({ diagnosis }) => diagnosis))).not.toMatch(PLANTED);
    expect(text.split('\n').filter((line) => line.length > width && !line.includes('://'))).toEqual([]);
  });
});

test.each(UNREADABLE)('%s is refused with what it is', (name, message) => {
  expect(() => explain(name)).toThrow(ExplainInputError);
  expect(() => explain(name)).toThrow(message);
});

test('every recording is tested', () => {
  const tested = [...RECORDED, ...UNREADABLE].map(([name]) => name);
  expect(readdirSync(folder).filter((name) => name !== 'README.md')).toEqual(tested.toSorted());
});

test.each([
  ['curl-s-body.txt', 'Only a body was given: status and headers are not known'],
  ['curl-w.txt', 'Only a status and a body were given: the headers are not known'],
  ['curl-sv-two.txt', 'The input holds more than one call: this is the last that was refused'],
  ['axios-msg.txt', 'This was read from an error message: the headers are not known'],
  ['axios-json.txt', 'error.response of axios has the headers and the body'],
  ['chrome.har', 'The HAR has 3 entries: 1 of them is a refusal; 1 had no answer at all'],
])('%s: a reader is told how much of the answer was there', (name, note) => {
  expect(explain(name).notes.join(' ')).toContain(note);
});

test('what was not given is not said to be missing from the answer', () => {
  expect(explain('requests-traceback.txt').explained[0]?.diagnosis.evidence).toContainEqual({
    where: 'body',
    what: 'not known',
  });
});
