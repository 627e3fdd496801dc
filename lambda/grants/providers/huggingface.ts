import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, timeAt } from '../facts-at.ts';
import { alive, jsonOf, listAt, reported, stated, textAt, textsAt, valueAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, type Stated, scopesIn } from '../reading.ts';

/**
 * Hugging Face: whose token it is, its role, and of a fine-grained one what it may do and where. Its end is documented
 * and seldom there. The endpoint bears few requests of one address.
 *
 * @see https://github.com/huggingface/huggingface.js/blob/main/packages/hub/src/lib/who-am-i.ts
 * @see https://github.com/huggingface/hub-docs/issues/2114
 * @see https://github.com/huggingface/huggingface_hub/pull/3568 (its limit)
 */
export const huggingface: GrantProvider = {
  name: 'huggingface',
  answersAt: (host) => host === 'huggingface.co',
  home: 'https://huggingface.co',
  questions: ({ base }) => [{ url: `${base}/api/whoami-v2`, read: whoAmI }],
  askEveryMs: 3_600_000,
  implies: (scope) => (scope === 'write' ? ['read'] : scope.includes('@') ? [scope.slice(0, scope.indexOf('@'))] : []),
};

const KINDS = ['user', 'org', 'app'];

function whoAmI(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const identity = KINDS.includes(textAt(body, 'type') ?? '') ? nameAt(body, 'id') : undefined;
  if (identity === undefined || textAt(body, 'auth', 'type') === undefined) return reported({});
  return reported({
    life: alive(answer),
    expiresAt:
      timeAt(body, 'auth', 'accessToken', 'expiration') ??
      timeAt(body, 'auth', 'accessToken', 'expiresAt') ??
      timeAt(body, 'auth', 'expiresAt'),
    issuedAt: timeAt(body, 'auth', 'accessToken', 'createdAt'),
    scopes: permissions(valueAt(body, 'auth', 'accessToken')),
    identity,
  });
}

/** The role, or each permission with where it holds: `repo.write@org/name`. Unknown where a part of the list is. */
function permissions(token: unknown): Stated<readonly string[]> | undefined {
  const role = textAt(token, 'role');
  if (role === undefined) return undefined;
  if (role !== 'fineGrained') return stated(scopesIn([role]), 'body auth.accessToken.role', role);
  const everywhere = textsAt(token, 'fineGrained', 'global') ?? [];
  const somewhere = listAt(token, 'fineGrained', 'scoped')?.flatMap((scope) => {
    const kind = textAt(scope, 'entity', 'type');
    const name = textAt(scope, 'entity', 'name') ?? textAt(scope, 'entity', '_id');
    const permissions = kind && name ? textsAt(scope, 'permissions') : undefined;
    return permissions?.map((permission) => `${permission}@${kind}/${name}`) ?? ['not a scope'];
  });
  const scopes = somewhere && scopesIn([...everywhere, ...somewhere]);
  return scopes && stated(scopes, 'body auth.accessToken.fineGrained', scopes.join(' '));
}
