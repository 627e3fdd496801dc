import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, listAt, reported, stated, textAt } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import type { GrantReading, Stated } from '../reading.ts';

/**
 * Anthropic: every answer names the organisation of the key. A key of a workspace may list models, an admin key may ask
 * for its organisation; each is refused at the other's endpoints. A token of Claude Code is refused at both.
 *
 * @see https://platform.claude.com/docs/en/api/overview (`anthropic-organization-id`)
 * @see https://platform.claude.com/docs/en/api/models/list
 * @see https://platform.claude.com/docs/en/api/admin/organizations/me
 */
export const anthropic: GrantProvider = {
  name: 'anthropic',
  answersAt: (host) => host === 'api.anthropic.com',
  home: 'https://api.anthropic.com',
  read: (response) => reported({ identity: organizationOf(response) }),
  questions: questionsFor,
  implies: () => [],
};

/** Required of every request. @see https://platform.claude.com/docs/en/api/versioning */
const HEADERS = { 'anthropic-version': '2023-06-01' };

function questionsFor({ base, token = '' }: Asked): readonly Question[] {
  if (token.startsWith('sk-ant-oat')) return [];
  return token.startsWith('sk-ant-admin')
    ? [{ url: `${base}/v1/organizations/me`, headers: HEADERS, read: readOrganization }]
    : [{ url: `${base}/v1/models?limit=1`, headers: HEADERS, read: readModels }];
}

function readModels(answer: ObservedResponse): GrantReading {
  const models = listAt(jsonOf(answer), 'data');
  const isList = models?.every((model) => textAt(model, 'type') === 'model' && textAt(model, 'id'));
  if (!isList || models?.length === 0) return reported({});
  return reported({ life: alive(answer), identity: organizationOf(answer) });
}

function readOrganization(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  if (textAt(body, 'type') !== 'organization' || textAt(body, 'id') === undefined) return reported({});
  return reported({ life: alive(answer), identity: organizationOf(answer) });
}

function organizationOf({ status, headers }: ObservedResponse): Stated<string> | undefined {
  const id = status < 300 ? headers['anthropic-organization-id'] : undefined;
  return id ? stated(id, 'header anthropic-organization-id') : undefined;
}
