import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';

const linesOf = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

/** An answer of nobody in particular: only its words can tell. */
function answer(status: number, body: object, credentialSent = true) {
  const headers = credentialSent ? { authorization: 'Bearer REDACTED' } : {};
  return diagnose({
    request: { method: 'GET', url: 'https://api.example.com/v1/x', headers },
    response: { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });
}

/** Codes as APIs name them, in each of the ways in which words are joined, by what they mean. */
const codes = linesOf('codes.txt').map((line) => {
  const [cause = '', list = ''] = line.split(': ');
  return { cause, list: list.split(' ') };
});

test.each(codes)('codes for $cause', ({ cause, list }) => {
  const status = cause === 'wrong-endpoint' || cause === 'request-rejected' ? 400 : 403;
  const others = list
    .map((code) => [code, answer(status, { error: { code, message: 'Request failed' } }).cause])
    .filter(([, found]) => found !== cause);
  expect(others).toEqual([]);
});

/** Sentences as APIs say them: cause, status, sentence. */
const sentences = Object.entries(
  Object.groupBy(
    linesOf('sentences.tsv').map((line) => line.split('\t') as [string, string, string]),
    ([cause]) => cause,
  ),
);

test.each(sentences)('sentences for %s', (cause, rows = []) => {
  const others = rows
    .map(([, status, message]) => [message, answer(Number(status), { message }, cause !== 'credential-missing').cause])
    .filter(([, found]) => found !== cause);
  expect(rows.length).toBeGreaterThan(4);
  expect(others).toEqual([]);
});

/** Codes that use a refusal's words for something that the application itself keeps. */
const NAMESAKES =
  `INVALID_CREDIT_CARD CARD_EXPIRED COUPON_EXPIRED CART_EXPIRED INVITE_EXPIRED LINK_EXPIRED VERIFICATION_CODE_EXPIRED
   USER_NOT_FOUND TRANSACTION_DENIED DOMAIN_NOT_FOUND PASSWORD_TOO_SHORT UPLOAD_SESSION_EXPIRED PAGE_TOKEN_EXPIRED
   DUPLICATE_KEY FOREIGN_KEY_VIOLATION INVALID_GRANT_TYPE INVALID_EMAIL ORDER_EXPIRED CHECKOUT_SESSION_EXPIRED
   RESET_TOKEN_EXPIRED IDEMPOTENCY_KEY_EXPIRED PARTITION_KEY_MISSING PRIMARY_KEY_MISSING INVALID_COUNTRY_CODE
   CARD_DECLINED MESSAGE_EXPIRED OFFER_EXPIRED QUOTE_EXPIRED TIMEOUT GATEWAY_TIMEOUT REQUEST_TIMEOUT
   ACCOUNT_NOT_FOUND MAX_TOKENS_EXCEEDED CONTEXT_LENGTH_EXCEEDED KEYWORD_BLOCKED CERTIFICATE_EXPIRED LEASE_EXPIRED
   LOCK_EXPIRED CURSOR_EXPIRED SNAPSHOT_EXPIRED USER_ALREADY_EXISTS SCOPE_NOT_FOUND NoSuchKey NoSuchBucket
   BucketAlreadyExists NOT_FOUND INTERNAL_ERROR UNKNOWN_ERROR FORBIDDEN`.split(/\s+/);

describe('a code that only sounds like a refusal', () => {
  test.each([400, 403])('tells nothing beside status %i', (status) => {
    const named = NAMESAKES.map((code) => [code, answer(status, { error: { code, message: 'Request failed' } }).cause]);
    expect(named.filter(([, cause]) => cause !== 'unknown' && cause !== 'request-rejected')).toEqual([]);
  });
});

/** Made-up answers that speak of expired, revoked or scoped things which are not the caller's credential. */
test('nothing else that ended or has a scope is taken for the credential', () => {
  const alarms = linesOf('near-misses.ndjson')
    .map((line) => JSON.parse(line) as { status: number; body: string })
    .map(({ status, body }) => ({
      body,
      cause: diagnose({
        request: { method: 'GET', url: 'https://api.example.com/v1/x', headers: { authorization: 'Bearer REDACTED' } },
        response: { status, headers: { 'content-type': 'application/json' }, body },
      }).cause,
    }))
    .filter(({ cause }) => /^(?:credential-expired|credential-revoked|scope-missing)$/.test(cause));
  expect(alarms).toEqual([]);
});
