import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * A server that lets in clients with a certificate of the test's authority for clients and answers with their name; to
 * others it sends OpenSSL's own alerts. It is Python's, because Node's hangs up without an alert.
 */
export async function startMutualTlsServer(
  version: 'TLSv1_2' | 'TLSv1_3',
): Promise<AsyncDisposable & { readonly url: string }> {
  const script = join(import.meta.dirname, 'mutual-tls-server.py');
  const server = spawn('python3', [script, join(import.meta.dirname, 'tls'), version], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'close');
  const [port] = await Promise.race([
    once(createInterface(server.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('the server did not start: is there a python3?'))),
  ]);
  return {
    url: `https://localhost:${port}`,
    async [Symbol.asyncDispose]() {
      server.kill();
      await ended;
    },
  };
}
