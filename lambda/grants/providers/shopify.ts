import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, listAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Shopify: a shop tells what a token of its may do, for no scope. The end of an expiring one stands only beside it when
 * it is minted.
 *
 * @see https://shopify.dev/changelog/we-re-launching-the-accessscope-resource-which-lets-you-query-shops-for-your-app-s-permissions
 * @see https://shopify.dev/docs/api/usage/access-scopes (a scope that writes reads too)
 */
export const shopify: GrantProvider = {
  name: 'shopify',
  answersAt: (host) => host.endsWith('.myshopify.com'),
  questions: ({ base }) => [{ url: `${base}/admin/oauth/access_scopes.json`, read: readScopes }],
  implies(scope) {
    const [, audience, resource] = /^(unauthenticated_|customer_)?write_(.+)$/.exec(scope) ?? [];
    return resource === undefined ? [] : [`${audience ?? ''}read_${resource}`];
  },
};

function readScopes(answer: ObservedResponse): GrantReading {
  const handles = listAt(jsonOf(answer), 'access_scopes')?.map((scope) => textAt(scope, 'handle'));
  if (handles === undefined) return { source: 'reported' };
  const scopes = handles.filter((handle) => handle !== undefined);
  if (scopes.length < handles.length) return { source: 'reported' };
  return reported({ life: alive(answer), scopes: stated(scopesIn(scopes), 'body access_scopes', scopes.join(' ')) });
}
