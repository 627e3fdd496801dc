import * as z from 'zod';
import {
  MAX_CREDENTIALS,
  MAX_EMAILS,
  MAX_EXPIRY_WARNING_DAYS,
  MAX_EXPIRY_WARNINGS,
  MAX_FAILURE_THRESHOLD,
  MAX_PROBES,
  MAX_REMIND_EVERY_MS,
  MAX_WATCH_SECRETS_EVERY_MS,
  MIN_REMIND_EVERY_MS,
} from './bounds.ts';
import { credentialSchema } from './credential-schema.ts';
import { nameSchema, probeSchema } from './probe-schema.ts';
import { boolean, duration, durationRule, integer, list, object, record, stepMsOf, text } from './rules.ts';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html (`StackName`) */
const monitor = text(
  /^[a-z][a-z0-9-]{0,30}$/,
  'must be 1 to 31 characters of a-z, 0-9 and "-", a letter first: it names the stack',
);

const EMAIL_RULE = 'must be a mail address';
const emails = list(z.email(EMAIL_RULE).max(254, EMAIL_RULE), 0, MAX_EMAILS, (email) => email.toLowerCase());

const alerts = object({
  email: emails.exactOptional(),
  operationsEmail: emails.exactOptional(),
  expiryWarningDays: list(integer(1, MAX_EXPIRY_WARNING_DAYS), 0, MAX_EXPIRY_WARNINGS, (days) => days).exactOptional(),
  failureThreshold: integer(1, MAX_FAILURE_THRESHOLD).exactOptional(),
  remindEvery: duration(MIN_REMIND_EVERY_MS, MAX_REMIND_EVERY_MS, 1, '24h').exactOptional(),
});

/**
 * What a person may write, field by field: input.ts says the same to an editor. What holds between fields is in
 * relations.ts, the defaults are filled in by normalise.ts.
 */
export function configSchema(minimumEveryMs: number) {
  return object({
    monitor,
    alerts: alerts.exactOptional(),
    credentials: record(nameSchema, credentialSchema(minimumEveryMs), MAX_CREDENTIALS, 'credentials').exactOptional(),
    probes: list(probeSchema(minimumEveryMs), 1, MAX_PROBES),
    allowPrivateNetwork: boolean().exactOptional(),
    watchSecretsEvery: watchSecretsEvery(minimumEveryMs).exactOptional(),
  });
}

function watchSecretsEvery(minimumEveryMs: number) {
  const bounds = [minimumEveryMs, MAX_WATCH_SECRETS_EVERY_MS, stepMsOf(minimumEveryMs), '1m'] as const;
  const rule = `${durationRule(...bounds)}, or false`;
  return z.union([duration(...bounds, rule), z.literal(false, rule)], rule);
}

/** A configuration that the schema has accepted. */
export type ValidConfig = z.output<ReturnType<typeof configSchema>>;
