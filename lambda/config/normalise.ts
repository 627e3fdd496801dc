import {
  DEFAULT_EVERY_MS,
  DEFAULT_EXPIRY_WARNING_DAYS,
  DEFAULT_FAILURE_THRESHOLD,
  DEFAULT_METHOD,
  DEFAULT_REDIRECTS,
  DEFAULT_REMIND_EVERY_MS,
  DEFAULT_STATUS,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_WATCH_SECRETS_EVERY_MS,
} from './bounds.ts';
import type { ValidConfig } from './config-schema.ts';
import { normaliseCredential } from './credentials/normalise.ts';
import { parseDuration } from './duration.ts';
import type { AlertsConfig, Config, Expectation, Probe } from './types.ts';
import { urlWithQuery } from './url.ts';

type ValidProbe = ValidConfig['probes'][number];

/** Fills in every default of a valid configuration, and turns what a person writes into what the code reads. */
export function normalise(valid: ValidConfig): Config {
  const { monitor, alerts = {}, credentials = {}, probes, allowPrivateNetwork = false, watchSecretsEvery } = valid;
  return {
    monitor,
    alerts: normaliseAlerts(alerts),
    credentials: Object.fromEntries(
      Object.entries(credentials).map(([name, credential]) => [
        name,
        normaliseCredential(credential, allowPrivateNetwork),
      ]),
    ),
    probes: probes.map((probe) => normaliseProbe(probe, allowPrivateNetwork)),
    ...(watchSecretsEvery !== false && {
      watchSecretsEveryMs: parseDuration(watchSecretsEvery) ?? DEFAULT_WATCH_SECRETS_EVERY_MS,
    }),
  };
}

function normaliseAlerts(alerts: NonNullable<ValidConfig['alerts']>): AlertsConfig {
  const { email = [], expiryWarningDays = DEFAULT_EXPIRY_WARNING_DAYS } = alerts;
  return {
    email,
    operationsEmail: alerts.operationsEmail ?? email,
    expiryWarningDays: expiryWarningDays.toSorted((a, b) => b - a),
    failureThreshold: alerts.failureThreshold ?? DEFAULT_FAILURE_THRESHOLD,
    remindEveryMs: parseDuration(alerts.remindEvery) ?? DEFAULT_REMIND_EVERY_MS,
  };
}

function normaliseProbe(probe: ValidProbe, allowPrivateNetwork: boolean): Probe {
  const { name, url, query, headers = {}, json, credential, expect = {} } = probe;
  const body = json === undefined ? probe.body : JSON.stringify(json);
  const everyMs = parseDuration(probe.every) ?? DEFAULT_EVERY_MS;
  return {
    name,
    url: urlWithQuery(url, query),
    method: probe.method ?? DEFAULT_METHOD,
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...lowerCaseNames(headers) },
    ...(body !== undefined && { body }),
    ...(credential !== undefined && { credential }),
    everyMs,
    timeoutMs: parseDuration(probe.timeout) ?? Math.min(DEFAULT_TIMEOUT_MS, everyMs),
    maxRedirects: probe.maxRedirects ?? DEFAULT_REDIRECTS,
    allowPrivateNetwork: probe.allowPrivateNetwork ?? allowPrivateNetwork,
    expect: normaliseExpectation(expect),
  };
}

function normaliseExpectation(expect: NonNullable<ValidProbe['expect']>): Expectation {
  const { status = DEFAULT_STATUS, headers = {}, json = [], ...rest } = expect;
  return { ...rest, status: [status].flat(), headers: lowerCaseNames(headers), json: [json].flat() };
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
