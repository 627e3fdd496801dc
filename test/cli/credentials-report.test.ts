import { expect, test } from 'vitest';
import { renderCredentials } from '../../bin/terminal/credentials-report.ts';
import type { CredentialReport } from '../../lambda/credential-report.ts';

const plain = (_: unknown, text: string) => text;
const NOW = Date.UTC(2026, 10, 23);

const reports: readonly CredentialReport[] = [
  {
    name: 'github-ci',
    state: 'under-scoped',
    expiresAt: NOW / 1_000 + 12 * 86_400,
    expirySource: 'reported',
    grantedScopes: ['repo', 'gist'],
    missingScopes: ['read:org', 'admin:repo_hook'],
    identity: '0b6e7d1c-5c1d-4f5b-9d38-6a1f3d3a7f10',
  },
  { name: 'crm', state: 'unknown', reason: 'nobody has used it' },
  { name: 'billing', state: 'ok' },
];

test('a narrow terminal shows below the table what it has no column for, and cuts nothing', () => {
  const shown = renderCredentials(reports, NOW, plain, 60);
  expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(shown).not.toContain('…');
  expect(shown.replaceAll(/\s+/g, ' ')).toContain(
    'github-ci scopes: lacks read:org, admin:repo_hook; identity: 0b6e7d1c-5c1d-4f5b-9d38-6a1f3d3a7f10 crm nobody has used it',
  );
});

test('the last line counts the states, the good first', () => {
  expect(renderCredentials(reports, NOW, plain).split('\n').at(-1)).toBe('1 ok, 1 under-scoped, 1 unknown');
});
