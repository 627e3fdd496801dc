import { describe, expect, test } from 'vitest';
import { certificateRefused } from '../../lambda/diagnosis/certificate-refused.ts';
import { CERTIFICATE_ALERTS } from '../../lambda/request/observation.ts';

const AT = Date.UTC(2026, 10, 23);
const PAST = Date.UTC(2026, 10, 22) / 1_000;
const FUTURE = Date.UTC(2027, 0) / 1_000;

describe('an alert that says why', () => {
  test.each([
    ['certificate_expired', PAST, 'credential-expired', 'certain', { expiredAt: PAST }],
    ['certificate_expired', FUTURE, 'credential-expired', 'likely', {}],
    ['certificate_expired', undefined, 'credential-expired', 'likely', {}],
    ['certificate_revoked', FUTURE, 'credential-revoked', 'certain', {}],
  ] as const)('%s of a certificate that ends at %s is %s, %s', (alert, expiresAt, cause, confidence, details) => {
    expect(certificateRefused(alert, expiresAt, AT)).toMatchObject({
      cause,
      family: 'authentication',
      confidence,
      details,
      evidence: expect.arrayContaining([{ where: 'TLS alert', what: alert }]),
    });
  });

  test('a future end stands in the evidence and not as the time when it ended', () => {
    const { evidence, details, remedy } = certificateRefused('certificate_expired', FUTURE, AT) ?? {};
    expect(evidence).toContainEqual({ where: 'certificate notAfter', what: '2027-01-01T00:00:00Z' });
    expect([details, remedy]).toEqual([{}, 'Renew the credential and store the new one.']);
  });
});

test.each(CERTIFICATE_ALERTS.filter((alert) => !/expired|revoked/.test(alert)))('%s blames nobody', (alert) => {
  expect(certificateRefused(alert, PAST, AT)).toBeUndefined();
});
