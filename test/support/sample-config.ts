import type { ConfigInput, ProbeInput } from '../../lambda/config/input.ts';

/** A valid configuration: one credential, one probe that uses it, and whatever the test says instead. */
export function sampleConfig(overrides: Partial<ConfigInput> = {}): ConfigInput {
  return {
    monitor: 'payments',
    alerts: { email: ['oncall@example.com'] },
    credentials: { ci: { kind: 'bearer', secret: 'prod/ci' } },
    probes: [{ name: 'orders', url: 'https://api.example.com/orders', credential: 'ci' }],
    ...overrides,
  };
}

/** So many probes, all different. */
export function manyProbes(count: number, overrides: Partial<ProbeInput> = {}): readonly ProbeInput[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `probe ${index}`,
    url: `https://api.example.com/things/${index}`,
    ...overrides,
  }));
}
