import { expect, test } from 'vitest';
import { workplace } from '../support/cli.ts';

test('validate notes a provider that is probably misspelt, and no other', async () => {
  await using place = await workplace();
  const bearer = (provider: string) => ({ kind: 'bearer', secret: 'prod/x', provider });
  const file = await place.write('x.json', {
    monitor: 'm',
    credentials: { ci: bearer('githbu'), known: bearer('gitlab'), own: bearer('our-own-billing-api') },
    probes: [{ name: 'a', url: 'https://api.example.com/' }],
  });
  const { code, stderr } = await place.run(['validate', '--config', file]);
  expect(stderr).toBe('note: provider "githbu" of credential "ci" is not one that is known: did you mean "github"?\n');
  expect(code).toBe(0);
});
