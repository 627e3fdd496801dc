import type { ConfigInput } from '../../lambda/config/input.ts';

/** The demo's configuration: the API at `origin`, each probe once every `every`. */
export function demoConfig(origin: string, every: string): ConfigInput {
  return {
    monitor: 'demo',
    allowPrivateNetwork: true,
    alerts: { email: ['you@example.com'] },
    credentials: {
      shop: { kind: 'bearer', secret: 'demo/shop' },
      repositories: {
        kind: 'bearer',
        provider: 'github',
        secret: 'demo/repositories',
        scopes: ['repo', 'read:org'],
      },
      payouts: { kind: 'api-key', in: 'header', name: 'x-api-key', secret: 'demo/payouts' },
    },
    probes: [
      { name: 'status page', url: `${origin}/status`, every, expect: { json: { path: '$.status', equals: 'ok' } } },
      { name: 'list orders', url: `${origin}/shop/orders`, credential: 'shop', every },
      { name: 'list invoices', url: `${origin}/shop/invoices`, credential: 'shop', every },
      { name: 'list refunds', url: `${origin}/shop/refunds`, credential: 'shop', every },
      { name: 'organisation members', url: `${origin}/orgs/acme/members`, credential: 'repositories', every },
      { name: 'payouts', url: `${origin}/payouts`, credential: 'payouts', every },
      { name: 'search', url: `${origin}/search`, query: { q: 'boots' }, every },
      { name: 'widget', url: `${origin}/widget`, headers: { origin: 'https://shop.example.com' }, every },
      { name: 'catalogue', url: `${origin}/catalogue`, every },
      { name: 'warehouse', url: `${origin}/warehouse`, every },
    ],
  };
}
