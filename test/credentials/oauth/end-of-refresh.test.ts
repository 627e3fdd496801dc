import { expect, test } from 'vitest';
import { madeOf } from '../../../lambda/credentials/authorisation.ts';
import { grantOf } from '../../../lambda/grants/grant-of.ts';
import { startServer } from '../../support/http-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { refreshToken, testProcess, usable } from '../../support/minting.ts';

const DAY_SECONDS = 86_400;

/** A token endpoint that says of each refresh token that it is good for so many days more. */
async function endpoint(more: () => Record<string, unknown>) {
  return startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ access_token: `at-${Math.random()}`, token_type: 'bearer', expires_in: 3_600, ...more() }),
    );
  });
}

test.each(['refresh_token_expires_in', 'refresh_expires_in'])(
  'the end of a refresh token, from %s, is that of the credential and not that of the minted token',
  async (field) => {
    await using server = await endpoint(() => ({ [field]: 5 * DAY_SECONDS }));
    const now = Math.ceil(Date.now() / 1_000) * 1_000;
    const credential = refreshToken({ tokenUrl: `${server.url}/token`, clientId: 'web' });
    const process = testProcess(memorySecrets({ 'prod/client': 'a-refresh-token' }), { now: () => now });
    const made = madeOf(usable(await process.use(credential)));
    expect(grantOf(made, { credential }, undefined)).toMatchObject({
      expiresAt: now / 1_000 + 5 * DAY_SECONDS,
      expirySource: 'reported',
    });
    // It may have been good for a year before: no day ahead is left out for its youth.
    expect(grantOf(made, { credential }, undefined)).not.toHaveProperty('issuedAt');
  },
);

test('one that rotates is as young as the response, also for whoever reads it in the secret', async () => {
  await using server = await endpoint(() => ({
    refresh_token: 'the-next-one',
    refresh_token_expires_in: 14 * DAY_SECONDS,
  }));
  const now = Math.ceil(Date.now() / 1_000) * 1_000;
  const store = memorySecrets({ 'prod/client': JSON.stringify({ refresh_token: 'the-first-one', client_id: 'web' }) });
  const credential = refreshToken({ tokenUrl: `${server.url}/token`, rotates: true });
  for (const holder of ['a', 'b']) {
    const process = testProcess(store, { now: () => now, writer: store, leases: store.leases(holder) });
    const grant = grantOf(madeOf(usable(await process.use(credential))), { credential }, undefined);
    expect(grant).toMatchObject({
      expiresAt: now / 1_000 + 14 * DAY_SECONDS,
      expirySource: 'reported',
      issuedAt: now / 1_000,
    });
  }
  expect(store.versions('prod/client')).toBe(2);
});

test('zero and what is no time say nothing', async () => {
  await using server = await endpoint(() => ({ refresh_expires_in: 0, refresh_token_expires_in: 'never' }));
  const credential = refreshToken({ tokenUrl: `${server.url}/token`, clientId: 'web' });
  const process = testProcess(memorySecrets({ 'prod/client': 'a-refresh-token' }), {});
  expect(madeOf(usable(await process.use(credential)))).toHaveLength(1);
});
