import type { Probe } from '../../lambda/config/types.ts';
import type { Authorisation } from '../../lambda/credentials/authorise.ts';

export const SECRET = 's3cr3t/token+value';

/** A credential that travels in a header. */
export const authorisation: Authorisation = {
  headers: { authorization: `Bearer ${SECRET}` },
  query: {},
  secrets: [SECRET],
  token: SECRET,
};

/** A probe of a loopback server, as the configuration would give it. */
export function aProbe(url: string, changes: Partial<Probe> = {}): Probe {
  return {
    name: 'test',
    url,
    method: 'GET',
    headers: {},
    everyMs: 60_000,
    timeoutMs: 10_000,
    maxRedirects: 3,
    allowPrivateNetwork: true,
    expect: { status: ['2xx'], headers: {}, json: [] },
    ...changes,
  };
}
