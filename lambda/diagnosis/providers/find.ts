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
  PROVIDERS.flatMap((provider, rank) =>
    (provider.fields ?? []).map((field) => {
      const [name, pattern] = typeof field === 'string' ? [field] : field;
      return { name, pattern, provider, rank };
    }),
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

/** The longest name that is known wins; `*` stands for the second label of one, such as a region. */
function byHost(host: string): Provider | undefined {
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const provider = BY_HOST.get(rest) ?? BY_HOST.get(rest.replace(SECOND_LABEL, '$1*'));
    if (provider !== undefined) return provider;
  }
  return undefined;
}

const SECOND_LABEL = /^([^.]{1,63}\.)[^.]{1,63}(?=\.)/;

/** Whoever comes first among the providers, not among the fields: these stand in no order. */
function byField({ fields }: Reading): Provider | undefined {
  let best: { readonly provider: Provider; readonly rank: number } | undefined;
  for (const [name, value] of fields) {
    for (const mark of BY_FIELD.get(name) ?? []) {
      const isMark = mark.pattern === undefined || mark.pattern.test(value);
      if (isMark && (best === undefined || mark.rank < best.rank)) best = mark;
    }
  }
  return best?.provider;
}
