import { expect, test } from 'vitest';
import { redactResult } from '../../lambda/redact-result.ts';
import type { RunResult } from '../../lambda/run-result.ts';

const told = 'token hunter2';

const result: RunResult = {
  probe: 'hunter2',
  credential: 'hunter2',
  slot: 0,
  observedAt: 0,
  url: 'https://api.example.com/',
  outcome: 'refused',
  durationMs: 1,
  phases: { totalMs: 1 },
  failures: [{ what: 'body', message: told }],
  diagnosis: {
    cause: 'scope-missing',
    family: 'permission',
    confidence: 'certain',
    evidence: [{ where: told, what: told }],
    details: { missingScopes: [told], requestId: told },
    remedy: told,
  },
  grant: { scopes: [told], identity: told, evidence: [{ where: 'header x', what: told }] },
};

test('what a server may have written is searched everywhere, our own names are not', () => {
  const redacted = redactResult(result, (text) => text.replaceAll('hunter2', '<redacted>'));
  const { probe, credential, ...rest } = redacted;
  expect([probe, credential]).toEqual(['hunter2', 'hunter2']);
  expect(JSON.stringify(rest)).not.toContain('hunter2');
  expect(JSON.stringify(rest).split('<redacted>')).toHaveLength(10);
});
