import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  catalogue,
  type Endpoint,
  orgMembers,
  payouts,
  type Reply,
  search,
  shop,
  statusPage,
  warehouse,
  widget,
} from './endpoints.ts';
import type { DemoSecrets } from './secrets.ts';

export interface DemoApi extends AsyncDisposable {
  readonly origin: string;
  /** The beat that the story is at. */
  readonly beat: () => number;
}

/**
 * Starts the demo's API on a free port of loopback. Its story begins now.
 *
 * @param now epoch milliseconds
 */
export async function startDemoApi(
  secrets: DemoSecrets,
  beatMs: number,
  now: () => number = Date.now,
): Promise<DemoApi> {
  const startedAt = now();
  const beat = () => (now() - startedAt) / beatMs;
  const endpoints: Readonly<Record<string, Endpoint>> = {
    '/status': statusPage,
    '/shop/orders': shop,
    '/shop/invoices': shop,
    '/shop/refunds': shop,
    '/orgs/acme/members': orgMembers,
    '/payouts': payouts,
    '/search': search(),
    '/widget': widget,
    '/catalogue': catalogue,
    '/warehouse': warehouse,
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://demo').pathname;
    const endpoint = endpoints[path];
    send(
      response,
      endpoint
        ? endpoint({ request, beat: beat(), beatMs, startedAt, secrets })
        : { status: 404, json: { message: 'no such endpoint' } },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    beat,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, reply: Reply): void {
  const [type, body] =
    reply.html === undefined ? ['application/json', JSON.stringify(reply.json)] : ['text/html', reply.html];
  response.writeHead(reply.status, { 'content-type': `${type}; charset=utf-8`, ...reply.headers });
  response.end(body);
}
