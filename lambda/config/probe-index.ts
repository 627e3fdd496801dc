import type { Config, Probe } from './types.ts';

/** The probes of a configuration, by what they are looked up by. */
export interface ProbeIndex {
  readonly byName: ReadonlyMap<string, Probe>;
  /** Names of the probes of each credential. */
  readonly namesByCredential: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<Config, ProbeIndex>();

/** Made once a configuration: each batch of ten runs looks into what may be ten thousand probes. */
export function probeIndex(config: Config): ProbeIndex {
  const index = indexes.get(config) ?? indexOf(config);
  indexes.set(config, index);
  return index;
}

function indexOf({ probes }: Config): ProbeIndex {
  const namesByCredential = new Map<string, string[]>();
  for (const { name, credential } of probes) {
    if (credential === undefined) continue;
    const names = namesByCredential.get(credential);
    if (names) names.push(name);
    else namesByCredential.set(credential, [name]);
  }
  return { byName: new Map(probes.map((probe) => [probe.name, probe])), namesByCredential };
}
