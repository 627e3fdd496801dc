import type { DiagnosisContext } from '../diagnosis.ts';
import type { Reading } from '../reading.ts';
import { NAMES_BY_HOST } from './hosts.ts';
import { PROVIDERS } from './index.ts';
import type { Provider } from './provider.ts';

const BY_NAME = new Map(PROVIDERS.map((provider) => [provider.name, provider]));
const BY_HOST = new Map([
  ...Object.entries(NAMES_BY_HOST).map(([host, name]) => [host, BY_NAME.get(name) ?? { name }] as const),
  ...PROVIDERS.flatMap((provider) => (provider.hosts ?? []).map((host) => [host, provider] as const)),
]);
const BY_FIELD = Map.groupBy(
  PROVIDERS.flatMap((provider) =>
    (provider.fields ?? []).map((field) =>
      typeof field === 'string'
        ? { name: field, pattern: undefined, provider }
        : { name: field[0], pattern: field[1], provider },
    ),
  ),
  ({ name }) => name,
);
const WRITERS = PROVIDERS.filter(({ wrote }) => wrote !== undefined);

/**
 * Whose API answered: by the request's host, else by what only it sends, else as the configuration says. `undefined`
 * when nothing tells.
 */
export function findProvider(reading: Reading, { provider: configured }: DiagnosisContext): Provider | undefined {
  return byHost(reading.host) ?? byField(reading) ?? WRITERS.find(({ wrote }) => wrote?.(reading)) ?? named(configured);
}

/** What is known of a provider of this name. */
export function providerNamed(name: string): Provider | undefined {
  return BY_NAME.get(name);
}

function named(name: string | undefined): Provider | undefined {
  return name === undefined ? undefined : (BY_NAME.get(name) ?? { name });
}

function byHost(host: string): Provider | undefined {
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const provider = BY_HOST.get(rest);
    if (provider !== undefined) return provider;
  }
  return undefined;
}

function byField({ fields }: Reading): Provider | undefined {
  for (const [name, value] of fields) {
    const marks = BY_FIELD.get(name);
    const mark = marks?.find(({ pattern }) => pattern === undefined || pattern.test(value));
    if (mark !== undefined) return mark.provider;
  }
  return undefined;
}
