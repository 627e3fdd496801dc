import { expect, test } from 'vitest';
import { checkCredential } from '../../lambda/asking/check-credential.ts';
import { checkPlan } from '../../lambda/asking/check-plan.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { startServer } from '../support/http-server.ts';
import { runParts } from '../support/probe-deps.ts';

test('a probe that may call private addresses does not send its client’s secret to one that is not for probes', async () => {
  const asked: string[] = [];
  await using server = await startServer((incoming, response) => {
    asked.push(incoming.url ?? '');
    response.end('{}');
  });
  const parsed = parseConfig({
    monitor: 'shop',
    allowPrivateNetwork: true,
    credentials: {
      client: {
        kind: 'oauth2-client-credentials',
        secret: 'prod/client',
        tokenUrl: `${server.url}/token`,
      },
    },
    probes: [{ name: 'page', url: `${server.url}/page`, credential: 'client' }],
  });
  const { client } = parsed.credentials;
  if (client === undefined) throw new Error('no credential');
  // As a name would be whose address is private, which no configuration shows.
  const config = { ...parsed, credentials: { client: { ...client, allowPrivateNetwork: false } } };
  const value = JSON.stringify({ client_id: 'shop', client_secret: 's3cret' });
  const [planned] = checkPlan([{ credential: 'client', slot: 0, delayMs: 0 }], [], new Map(), config, Date.now());
  if (planned === undefined) throw new Error('nothing is asked');
  const deps = {
    ...runParts({ read: async () => ({ value, version: 'v1' }) }, Date.now),
    credentials: config.credentials,
  };
  const result = await checkCredential({ ...planned, deadline: Date.now() + 10_000 }, deps);
  expect(result.credentialUnreadable).toContain('where no secret is sent');
  expect(asked).toEqual([]);
});
