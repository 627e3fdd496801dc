import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * OpenAI: a key, restricted ones too, may ask for the user that it speaks for; what it may do is told by no endpoint.
 * An admin key works at the administration endpoints alone, none of which is open to every one of them.
 *
 * @see https://help.openai.com/en/articles/9132009-how-can-i-view-the-usage-of-my-api-organization
 * @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/analyzer/analyzers/openai/openai.go
 */
export const openai: GrantProvider = {
  name: 'openai',
  answersAt: (host) => host === 'api.openai.com',
  home: 'https://api.openai.com',
  questions: ({ base, token }) => (token?.startsWith('sk-admin-') ? [] : [{ url: `${base}/v1/me`, read: readMe }]),
  implies: () => [],
};

function readMe(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'object') === 'user' ? textAt(body, 'id') : undefined;
  return id === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(id, 'body id') });
}
