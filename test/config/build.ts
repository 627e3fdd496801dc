import { ConfigError } from '../../lambda/config/config-error.ts';

export const URL = 'https://api.example.com/v1';

/** A good configuration whose only probe has these fields beside its name and URL. */
export function withProbe(fields: object): object {
  return {
    monitor: 'm',
    credentials: { key: { kind: 'bearer', secret: 'k' } },
    probes: [{ name: 'a', url: URL, ...fields }],
  };
}

export function withCredential(credential: unknown): object {
  return { monitor: 'm', credentials: { 'github-ci': credential }, probes: [{ name: 'a', url: URL }] };
}

export function withAlerts(alerts: unknown): object {
  return { monitor: 'm', alerts, probes: [{ name: 'a', url: URL }] };
}

/** What an action rejects a configuration with. */
export function thrownBy(action: () => unknown): ConfigError {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
