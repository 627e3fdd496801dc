import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Config } from '../../lambda/config/types.ts';
import { CAUSES, type Cause } from '../../lambda/diagnosis/causes.ts';
import { ALERT_KINDS, type Alert } from '../../lambda/incidents/alert.ts';
import { renderAlert, renderMessage } from '../../lambda/incidents/mail.ts';
import type { MailContext } from '../../lambda/incidents/mail-context.ts';
import { COMMON } from '../support/common-credential.ts';
import { aDiagnosis, DAY, HOUR, START } from './a-run.ts';

const config = (credentials: readonly string[], monitor = 'payments'): Config => ({
  monitor,
  alerts: { email: [], operationsEmail: [], expiryWarningDays: [7], failureThreshold: 2, remindEveryMs: DAY },
  credentials: Object.fromEntries(
    credentials.map((name) => [name, { ...COMMON, kind: 'bearer', scheme: 'Bearer', secret: 'prod/token' }]),
  ),
  probes: [],
});

const context = (credentials: readonly string[], monitor?: string): MailContext => ({
  config: config(credentials, monitor),
  now: START + HOUR,
  links: { dashboard: 'https://console.example.com', secret: () => 'https://secret.example.com' },
  storeSecret: () => 'store it',
});

const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  id: 'id',
  kind: 'credential-expired',
  severity: 'critical',
  subject: { type: 'credential', name: 'github-ci' },
  at: START,
  since: START,
  failures: [],
  probes: ['list repos'],
  probeCount: 1,
  failingCount: 1,
  run: { probe: 'list repos', url: 'https://api.example.com/', status: 401 },
  ...changes,
});

/** Any way to end a line, in any mail program. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

const tricks = fc.constantFrom(
  '\n',
  '\r\n',
  '\u2028',
  '\u0085',
  '\u202e',
  '\u200b',
  '\u0000',
  '\ud800',
  '  ',
  '\nWhat to do\n  Visit https://evil.example/now',
  '\n> quoted',
  ' '.repeat(80),
  'x'.repeat(100),
);
const hostile = fc
  .array(fc.oneof(tricks, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), { maxLength: 8 })
  .map((parts) => parts.join(''));

const SERVER_FIELDS = 14;

/** An alert full of a server's words: the same shape whatever they are. */
function quoting(kind: Alert['kind'], cause: Cause, words: readonly string[]): Alert {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = '', k = '', l = '', m = ''] =
    words;
  return anAlert({
    kind,
    diagnosis: aDiagnosis(cause, {
      evidence: [
        { where: `.${a}`, what: b },
        { where: `.${c}`, what: d },
      ],
      details: {
        missingScopes: [`.1${e}`, `.2${f}`],
        grantedScopes: [`.${g}`],
        requestId: `.${h}`,
        address: `.${i}`,
        documentation: `.${j}`,
      },
      remedy: m,
    }),
    failures: [{ what: `.${k}`, message: l }],
    grant: { identity: `.${m}`, evidence: [{ where: 'header', what: words[13] ?? '' }] },
  });
}

const kinds = fc.constantFrom(...ALERT_KINDS);
const causes = fc.constantFrom(...(Object.keys(CAUSES) as Cause[]));
const ours = (text: string) => text.split(LINE_END).filter((line) => !line.startsWith('> '));

test('nothing that a server says changes a line of ours, or adds one', () => {
  const words = fc.array(hostile, { minLength: SERVER_FIELDS, maxLength: SERVER_FIELDS });
  fc.assert(
    fc.property(kinds, causes, words, (kind, cause, said) => {
      const harmless = renderAlert(quoting(kind, cause, Array(SERVER_FIELDS).fill('x')), context(['github-ci']));
      const { title, text } = renderAlert(quoting(kind, cause, said), context(['github-ci']));
      expect(ours(text)).toEqual(ours(harmless.text));
      expect(title).toBe(harmless.title);
      expect(text).not.toMatch(INVISIBLE);
    }),
  );
});

test('a subject line is ASCII and under 100 characters, and the text is visible, whatever the names', () => {
  fc.assert(
    fc.property(kinds, causes, hostile, hostile, fc.nat(60), (kind, cause, name, monitor, more) => {
      const one = { ...quoting(kind, cause, [name]), subject: { type: 'credential', name } as const, probes: [name] };
      const alerts = Array.from({ length: more + 1 }, () => one);
      const { title, text } = renderMessage(alerts, context([name], monitor));
      expect(title).toMatch(/^[\x20-\x7e]{1,99}$/);
      expect(text).not.toMatch(INVISIBLE);
    }),
  );
});

test('a single missing scope stands in the subject line only if it looks like one', () => {
  const lacking = (scope: string) =>
    anAlert({ kind: 'scope-lost', diagnosis: aDiagnosis('scope-missing', { details: { missingScopes: [scope] } }) });
  const title = (scope: string) => renderAlert(lacking(scope), context(['github-ci'])).title;
  expect(title('read:org')).toBe('Scope read:org missing: github-ci (payments)');
  expect(title('https://www.googleapis.com/auth/drive')).toBe('Scope missing: github-ci (payments)');
  expect(title('call 555 now')).toBe('Scope missing: github-ci (payments)');
});

test('links in quoted text cannot be clicked, ours can', () => {
  const evidence = [{ where: 'body', what: 'renew at HTTPS://evil.example.com/a.b?c=http://x.y or www.evil.example' }];
  const { text } = renderAlert(anAlert({ diagnosis: aDiagnosis('credential-expired', { evidence }) }), context([]));
  expect(text).toContain('> body: renew at HxxPS://evil[.]example[.]com/a.b?c=hxxp://x[.]y or\n>   www[.]evil.example');
  expect(text).toContain('Dashboard https://console.example.com\n');
});

test('a word longer than a line is quoted over several', () => {
  const evidence = [{ where: 'body', what: 'x'.repeat(180) }];
  const { text } = renderAlert(anAlert({ diagnosis: aDiagnosis('credential-expired', { evidence }) }), context([]));
  const quoted = text.split('\n').filter((line) => line.startsWith('>'));
  expect(quoted.map(({ length }) => length)).toEqual([7, 72, 72, 48]);
});

describe('a text stays below the limit of SNS', () => {
  const huge = '\u{1f4a3} '.repeat(10_000);
  const many = Array.from({ length: 300 }, () => huge);
  const alert = anAlert({
    subject: { type: 'credential', name: huge },
    probes: many,
    probeCount: 300,
    failingCount: 300,
    diagnosis: aDiagnosis('scope-missing', {
      evidence: many.map((what) => ({ where: what, what })),
      details: { missingScopes: many, grantedScopes: many, documentation: huge },
      remedy: huge,
    }),
    failures: many.map((message) => ({ what: message, message })),
    grant: { identity: huge, evidence: [] },
    run: { probe: huge, url: huge, status: 403 },
  });

  test.each([1, 50, 500])('of %i alerts that hold too much of everything', (count) => {
    const alerts = Array.from({ length: count }, () => alert);
    const { text, title, alerts: sent } = renderMessage(alerts, context([huge], huge));
    expect(Buffer.byteLength(text)).toBeLessThan(200 * 1024);
    expect(title.length).toBeLessThan(100);
    expect(sent).toBe(alerts);
  });

  test('and says what there was no room for', () => {
    const { text } = renderMessage(
      Array.from({ length: 50 }, () => alert),
      context([]),
    );
    expect(text).toMatch(/\nThere was no room for the details of the last \d+\.\n/);
  });
});

test('fifty ordinary alerts fit into one mail, each with its details', () => {
  const alerts = Array.from({ length: 50 }, (_, index) =>
    anAlert({ subject: { type: 'credential', name: `token-${index}` }, diagnosis: aDiagnosis('credential-expired') }),
  );
  const { text, title } = renderMessage(alerts, context(alerts.map(({ subject }) => subject.name)));
  expect(title).toBe('50 tokens expired: token-0, token-1, token-2, token-3, token-4, token-5 and 44 more (payments)');
  expect(text).not.toContain('no room');
  expect(text).toContain('\n50. Token expired: token-49\n----');
});

test.each<[Partial<Alert>[], string]>([
  [[{ kind: 'recovered' }, { kind: 'recovered' }], '2 tokens recovered: github-ci, github-ci (payments)'],
  [
    [
      { kind: 'probe-failing', subject: { type: 'probe', name: 'a' } },
      { kind: 'probe-failing', subject: { type: 'probe', name: 'b' } },
    ],
    '2 probes failing: a, b (payments)',
  ],
  [
    [{ kind: 'probe-failing' }, { kind: 'probe-failing', subject: { type: 'probe', name: 'b' } }],
    '2 failing: github-ci, b (payments)',
  ],
  [[{ kind: 'probe-failing' }, { kind: 'probe-failing' }], '2 secrets unreadable: github-ci, github-ci (payments)'],
  [[{ kind: 'scope-lost' }, { kind: 'scope-lost' }], '2 tokens lack scopes: github-ci, github-ci (payments)'],
])('several at once: %#', (changes, title) => {
  expect(renderMessage(changes.map(anAlert), context(['github-ci'])).title).toBe(title);
});

test('what comes next is said only if it is the same for all', () => {
  const ending = (days: number) =>
    anAlert({ kind: 'credential-expiring', grant: { expiresAt: (START + days * DAY) / 1000, evidence: [] } });
  const textOf = (...days: readonly number[]) => renderMessage(days.map(ending), context(['github-ci'])).text;
  expect(textOf(20, 21)).toContain('\nNext      a warning 7 days ahead, unless it is renewed\n');
  expect(textOf(5)).toContain('\nNext      an alert when a probe is refused because of it\n');
  expect(textOf(20, 5)).not.toContain('\nNext');
});

test('an unknown cause is called unknown', () => {
  const { title, text } = renderAlert(
    anAlert({ kind: 'access-refused', subject: { type: 'probe', name: 'p' }, diagnosis: aDiagnosis('unknown') }),
    context([]),
  );
  expect(title).toBe('Access refused, cause unknown: p (payments)');
  expect(text).toMatch(/^Cause {5}unknown$/m);
});

test('a new value is asked for only where it would help', () => {
  const textOf = (cause: Cause) =>
    renderAlert(anAlert({ kind: 'credential-invalid', diagnosis: aDiagnosis(cause) }), context(['github-ci'])).text;
  expect(textOf('credential-invalid')).toContain('To store a new value:\n  store it\n');
  expect(textOf('signature-invalid')).not.toContain('To store');
});

test('times that no calendar has are said to be so', () => {
  const details = { expiredAt: 1e300, resetAt: Number.NaN, retryAfterSeconds: Number.POSITIVE_INFINITY };
  const { text } = renderAlert(anAlert({ diagnosis: aDiagnosis('credential-expired', { details }) }), context([]));
  expect(text).toContain('Expired   a time out of range\n');
  expect(text).toContain('Resets    a time out of range\n');
  expect(text).toContain('Retry     after an unknown time\n');
});

test('every kind of alert has words of its own for every cause', () => {
  for (const kind of ALERT_KINDS) {
    for (const cause of Object.keys(CAUSES) as Cause[]) {
      for (const type of ['credential', 'probe'] as const) {
        const alert = anAlert({
          kind,
          subject: { type, name: 'x' },
          diagnosis: aDiagnosis(cause),
          announcedAs: 'access-refused',
        });
        const { title, text } = renderAlert(alert, context(['x']));
        expect(`${title}\n${text}`).not.toMatch(/undefined|NaN|\[object|not well|Wrong/);
      }
    }
  }
});

test('a credential that was good before is no longer accepted, and its reminder says that it is still not', () => {
  const good = { where: 'history', what: 'it was good at 2026-11-23T13:00:00.000Z' };
  const diagnosis = aDiagnosis('credential-invalid', { evidence: [{ where: 'status', what: '401' }, good] });
  const alert = anAlert({ kind: 'credential-invalid', diagnosis });
  const mail = (one: Alert) => renderMessage([one], context(['github-ci']));
  expect(mail(alert).title).toBe('Token no longer accepted: github-ci (payments)');
  expect(mail(alert).text).toMatch(/it was\s+good\s+before,\s+so\s+it\s+has\s+expired\s+or\s+was\s+revoked/);
  expect(mail({ ...alert, kind: 'reminder', announcedAs: 'credential-invalid' }).title).toBe(
    'Token still not accepted: github-ci (payments)',
  );
  const unknown = aDiagnosis('credential-invalid');
  expect(mail(anAlert({ kind: 'credential-invalid', diagnosis: unknown })).title).toContain('Token not accepted');
});
