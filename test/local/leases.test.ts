import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileLeases } from '../../lambda/local/leases.ts';
import { describeLeases } from '../support/leases-contract.ts';
import { memorySecrets } from '../support/memory-secrets.ts';

describeLeases('a file on this machine', async (now) => {
  const directory = mkdtempSync(join(tmpdir(), 'scopewatch-leases-'));
  return {
    holder: () => fileLeases(join(directory, 'secrets.json.leases'), now),
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true }),
  };
});

// The tests of refreshing stand on these.
describeLeases("the tests' own", async (now) => {
  const store = memorySecrets({}, now);
  let holders = 0;
  return {
    holder: () => {
      holders += 1;
      return store.leases(`holder ${holders}`);
    },
    [Symbol.asyncDispose]: async () => {},
  };
});
