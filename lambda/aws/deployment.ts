import { readFileSync } from 'node:fs';
import type { Config } from '../config/types.ts';

/** The configuration that was deployed with this code: it lies beside the bundle, parsed and with every default. */
export function deployedConfig(): Config {
  return JSON.parse(readFileSync(new URL('config.json', import.meta.url), 'utf8')) as Config;
}

/** A variable that the stack always sets. */
export function variable(name: `SCOPEWATCH_${string}` | 'AWS_REGION'): string {
  const value = process.env[name];
  if (!value) throw new Error(`environment variable ${name} is not set: deploy the stack again`);
  return value;
}

/**
 * For every client: retry throttling and faults with backoff, and slow down when throttled.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const CLIENT_SETTINGS = { retryMode: 'adaptive', maxAttempts: 5 } as const;
