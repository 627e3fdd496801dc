import { expect, test } from 'vitest';
import { localSecretVersions, memorySeenVersions } from '../../lambda/local/secret-versions.ts';
import type { ReadSecret } from '../../lambda/ports.ts';
import { describeSeenVersions } from '../support/seen-versions-contract.ts';

describeSeenVersions('memory', async () => ({ seen: memorySeenVersions(), [Symbol.asyncDispose]: async () => {} }));

test('versions are those of the secrets that can be read, without their values', async () => {
  const versions = localSecretVersions({
    async read(secret): Promise<ReadSecret> {
      if (secret === 'broken') throw new Error('no network');
      return secret === 'absent' ? { unreadable: 'does not exist' } : { value: 'hunter2', version: '7' };
    },
  });
  expect(await versions.current(['broken', 'good', 'absent'])).toEqual(new Map([['good', '7']]));
  expect(await versions.nextRotation('good')).toBeUndefined();
});
