import { expect, test } from 'vitest';
import type { Config } from '../../lambda/config/types.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { awsStoreSecret } from '../../lambda/incidents/mail/store-secret.ts';
import { renderMessage } from '../../lambda/incidents/mail.ts';
import type { MailContext } from '../../lambda/incidents/mail-context.ts';
import { ASKED, type RunResult } from '../../lambda/run-result.ts';
import { COMMON } from '../support/common-credential.ts';
import { aDiagnosis, aFailure, aRefusal, aRun, DAY, HOUR, MINUTE, START, theRules } from './a-run.ts';
import { newPlay, take } from './play.ts';

const config: Config = {
  monitor: 'payments',
  alerts: {
    email: ['oncall@example.com'],
    operationsEmail: ['oncall@example.com'],
    expiryWarningDays: [30, 14, 7, 1],
    failureThreshold: 2,
    remindEveryMs: DAY,
  },
  credentials: {
    'github-ci': { ...COMMON, kind: 'bearer', scheme: 'Bearer', provider: 'github', secret: 'prod/github-ci' },
    graph: { ...COMMON, kind: 'bearer', scheme: 'Bearer', provider: 'microsoft', secret: 'prod/apis#graphToken' },
    billing: {
      ...COMMON,
      kind: 'api-key',
      in: 'header',
      name: 'x-api-key',
      secret: 'ssm:/prod/billing-key',
      kmsKey: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
    crm: {
      ...COMMON,
      kind: 'oauth2-client-credentials',
      provider: 'microsoft',
      secret: 'prod/crm-client',
      tokenUrl: 'https://login.example.com/oauth2/token',
      resource: [],
      parameters: {},
      scheme: 'Bearer',
    },
    bank: { ...COMMON, kind: 'mtls', secret: 'prod/bank-certificate' },
  },
  probes: [],
};

const contextAt = (now: number): MailContext => ({
  config,
  now,
  links: {
    dashboard: 'https://eu-central-1.console.aws.amazon.com/cloudwatch/home#dashboards/dashboard/payments',
    secret: (ref) =>
      `https://eu-central-1.console.aws.amazon.com/secretsmanager/secret?name=${encodeURIComponent(ref)}`,
  },
  storeSecret: (name) => {
    const credential = config.credentials[name];
    return credential ? awsStoreSecret(credential, 'eu-central-1') : '';
  },
});

/** The alerts of a story, of which only the last kind is looked at. */
function told(results: readonly RunResult[], probes: readonly string[] = ['list repos', 'list orgs', 'list teams']) {
  const play = newPlay();
  take(play, theRules({ probesOf: () => probes }), ...results);
  return play.alerts.slice(-1);
}

const expired = aDiagnosis('credential-expired', {
  evidence: [
    { where: 'status', what: '401 Unauthorized' },
    {
      where: 'header www-authenticate',
      what: 'Bearer error="invalid_token", error_description="The access token expired"',
    },
  ],
  details: { expiredAt: START / 1000 - 300, requestId: 'F1A2:2B3C4D:5E6F70', provider: 'github' },
});

const expiry = (at: number) => ({
  expiresAt: at / 1000,
  expirySource: 'reported' as const,
  identity: 'ci-bot',
  evidence: [{ where: 'header github-authentication-token-expiration', what: new Date(at).toUTCString() }],
});

const scopes = (missingScopes: readonly string[]) => ({
  scopes: ['gist', 'repo'],
  missingScopes,
  identity: 'ci-bot',
  evidence: [{ where: 'header x-oauth-scopes', what: 'gist, repo' }],
});

const noScope = {
  status: 403,
  diagnosis: aDiagnosis('scope-missing', {
    confidence: 'likely',
    evidence: [
      { where: 'header x-accepted-oauth-scopes', what: 'admin:org, read:org' },
      { where: 'header x-oauth-scopes', what: 'gist, repo' },
    ],
    details: { missingScopes: ['admin:org', 'read:org'], grantedScopes: ['gist', 'repo'], provider: 'github' },
  }),
};

const noAddress = {
  probe: 'list invoices',
  url: 'https://billing.example.com/v1/invoices',
  status: 403,
  diagnosis: aDiagnosis('ip-not-allowed', {
    confidence: 'likely',
    evidence: [{ where: 'body message', what: 'Your IP 203.0.113.7 is not on the allow list of this key.' }],
    details: { address: '203.0.113.7' },
  }),
};

const nothingSaid = {
  ...noAddress,
  diagnosis: aDiagnosis('unknown', {
    confidence: 'possible',
    evidence: [{ where: 'body', what: '403 Forbidden' }],
  }),
};

const limited = {
  ...noAddress,
  status: 429,
  diagnosis: aDiagnosis('rate-limited', {
    evidence: [{ where: 'header x-ratelimit-remaining', what: '0' }],
    details: { resetAt: START / 1000 + 1800, retryAfterSeconds: 1500 },
  }),
};

const unreadable = {
  probe: 'list invoices',
  credential: 'billing',
  url: 'https://billing.example.com/v1/invoices',
  outcome: 'failed' as const,
  credentialUnreadable: 'parameter /prod/billing-key does not exist',
  failures: [{ what: 'credential', message: 'parameter /prod/billing-key does not exist' }],
};

const noToken = {
  probe: 'list accounts',
  credential: 'crm',
  url: 'https://crm.example.com/v1/accounts',
  credentialUnreadable: 'login.example.com sent no response within 10000 ms',
  failures: [{ what: 'token', message: 'login.example.com sent no response within 10000 ms' }],
};

const asked = {
  probe: ASKED,
  url: 'https://login.example.com/oauth2/introspect',
  status: 200,
  diagnosis: aDiagnosis('credential-revoked', {
    evidence: [{ where: 'introspection active', what: 'false' }],
  }),
};

const speaksFor = (identity: string) => ({
  scopes: ['gist', 'repo'],
  identity,
  identityFrom: 'body id',
  evidence: [{ where: 'body id', what: identity }],
});

const both = (make: (minute: number) => RunResult) => [make(0), make(5)];
const orgs = { probe: 'list orgs', url: 'https://api.github.com/user/orgs' };

const stories: readonly (readonly [name: string, readonly Alert[], now: number])[] = [
  ['credential-expiring', told([aRun(0, { grant: expiry(START + 7 * DAY - 5 * MINUTE) })]), START + MINUTE],
  ['credential-expiring-within-a-day', told([aRun(0, { grant: expiry(START + 14 * HOUR) })]), START + MINUTE],
  ['credential-expiring-past', told([aRun(0, { grant: expiry(START - 3 * DAY) })]), START + MINUTE],
  [
    'credential-expired',
    told([
      aRefusal(0, 'credential-expired', { diagnosis: expired }),
      aRefusal(1, 'credential-expired', { diagnosis: expired, ...orgs }),
    ]),
    START + 12 * MINUTE,
  ],
  [
    'credential-revoked',
    told(
      both((minute) =>
        aRefusal(minute, 'credential-revoked', {
          diagnosis: aDiagnosis('credential-revoked', {
            confidence: 'likely',
            evidence: [{ where: 'body error', what: 'token_revoked' }],
          }),
        }),
      ),
    ),
    START + 12 * MINUTE,
  ],
  [
    'credential-invalid',
    told(
      both((minute) =>
        aRefusal(minute, 'credential-invalid', {
          probe: 'read calendar',
          credential: 'graph',
          url: 'https://graph.microsoft.com/v1.0/me/calendar',
          diagnosis: aDiagnosis('credential-invalid', {
            evidence: [
              { where: 'body error.code', what: 'InvalidAuthenticationToken' },
              { where: 'body error.message', what: 'CompactToken parsing failed with error code: 80049217' },
            ],
            details: { requestId: '7f5c0a7e-0f5c-4a0e-9c3e-0a4b8a1c2d3e', provider: 'microsoft' },
          }),
        }),
      ),
      ['read calendar'],
    ),
    START + 12 * MINUTE,
  ],
  [
    'credential-invalid-previous-accepted',
    told(
      both((minute) =>
        aRefusal(minute, 'credential-invalid', {
          previousAccepted: true,
          secretVersion: 'v2',
          diagnosis: aDiagnosis('credential-invalid', {
            evidence: [{ where: 'body message', what: 'Bad credentials' }],
            details: { provider: 'github' },
          }),
        }),
      ),
    ),
    START + 12 * MINUTE,
  ],
  [
    'credential-revoked-asked',
    told(both((minute) => aRefusal(minute, 'credential-revoked', asked))),
    START + 12 * MINUTE,
  ],
  [
    'credential-expiring-certificate',
    told(
      [
        aRun(0, {
          probe: 'list payments',
          credential: 'bank',
          url: 'https://api.bank.example.com/payments',
          grant: {
            expiresAt: (START + 14 * DAY - 5 * MINUTE) / 1000,
            expirySource: 'claimed',
            identity: 'CN=payments.example.com',
            evidence: [{ where: 'certificate notAfter', what: '2026-12-07T14:00:00.000Z' }],
          },
        }),
      ],
      ['list payments'],
    ),
    START + MINUTE,
  ],
  [
    'credential-expiring-client-secret',
    told(
      [
        aRun(0, {
          probe: 'list accounts',
          credential: 'crm',
          url: 'https://crm.example.com/v1/accounts',
          grant: {
            expiresAt: Date.UTC(2026, 11, 1) / 1000,
            expirySource: 'declared',
            evidence: [{ where: 'configured expiresAt', what: '2026-12-01' }],
          },
        }),
      ],
      ['list accounts'],
    ),
    START + MINUTE,
  ],
  [
    'identity-changed',
    told([aRun(0, { grant: speaksFor('4711') }), aRun(5, { grant: speaksFor('815'), secretVersion: 'v2' })]),
    START + 6 * MINUTE,
  ],
  ['scope-lost-refused', told(both((minute) => aRefusal(minute, 'scope-missing', noScope))), START + 12 * MINUTE],
  ['scope-lost-by-grant', told(both((minute) => aRun(minute, { grant: scopes(['read:org']) }))), START + 12 * MINUTE],
  ['access-refused', told(both((minute) => aRefusal(minute, 'ip-not-allowed', noAddress))), START + 12 * MINUTE],
  ['access-refused-unknown', told(both((minute) => aRefusal(minute, 'unknown', nothingSaid))), START + 12 * MINUTE],
  [
    'access-refused-rate-limited',
    told(both((minute) => aRefusal(minute, 'rate-limited', limited))),
    START + 6 * MINUTE,
  ],
  ['probe-failing', told(both((minute) => aFailure(minute))), START + 12 * MINUTE],
  [
    'probe-failing-with-503',
    told(
      both((minute) =>
        aFailure(minute, { status: 503, failures: [{ what: 'status', message: 'status 503, expected 2xx' }] }),
      ),
    ),
    START + 12 * MINUTE,
  ],
  [
    'probe-failing-expectation',
    told(
      both((minute) =>
        aFailure(minute, {
          status: 200,
          failures: [{ what: 'json $.status', message: 'json $.status is "degraded", expected "up"' }],
        }),
      ),
    ),
    START + 12 * MINUTE,
  ],
  [
    'probe-failing-secret',
    told(
      both((minute) => aFailure(minute, unreadable)),
      ['list invoices'],
    ),
    START + 12 * MINUTE,
  ],
  [
    'probe-failing-token',
    told(
      both((minute) => aFailure(minute, noToken)),
      ['list accounts'],
    ),
    START + 12 * MINUTE,
  ],
  [
    'recovered-credential',
    told([
      ...both((minute) => aRefusal(minute, 'credential-expired', { diagnosis: expired })),
      aRun(192, { secretVersion: 'v2' }),
    ]),
    START + 193 * MINUTE,
  ],
  ['recovered-probe', told([...both((minute) => aFailure(minute)), aRun(10)]), START + 12 * MINUTE],
  [
    'reminder',
    told([0, 5, 24 * 60 + 5].map((minute) => aRefusal(minute, 'credential-expired', { diagnosis: expired }))),
    START + DAY + 6 * MINUTE,
  ],
  ['reminder-probe', told([0, 5, 24 * 60 + 5].map((minute) => aFailure(minute))), START + DAY + 6 * MINUTE],
  [
    'together',
    [
      ...told(both((minute) => aRefusal(minute, 'credential-expired', { diagnosis: expired }))),
      ...told(both((minute) => aRefusal(minute, 'credential-expired', { credential: 'graph', diagnosis: expired }))),
      ...told(both((minute) => aRefusal(minute, 'credential-expired', { credential: 'gitlab', diagnosis: expired }))),
    ],
    START + 12 * MINUTE,
  ],
];

test.each(stories)('%s reads as it should', async (name, alerts, now) => {
  const { title, text } = renderMessage(alerts, contextAt(now));
  await expect(`Subject: ${title}\n\n${text}`).toMatchFileSnapshot(`golden/${name}.txt`);
});
