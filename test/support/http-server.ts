import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createRawServer, type Server, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';

/** A server on loopback, on a port of the system's choosing; `await using` closes it and every connection to it. */
export interface TestServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:43210`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The committed certificates of `tls/`, by file name. */
export type Certificate = 'localhost' | 'expired' | 'wrong-host' | 'self-signed';

/** The authority that signed all of them but `self-signed`, as PEM. */
export const TEST_CA = tlsFile('ca.pem');

/** Answers HTTP with the handler. */
export function startServer(handler: RequestListener): Promise<TestServer> {
  return listen(createServer(handler), 'http://127.0.0.1');
}

/** Answers HTTPS with the handler and one of the test certificates. */
export function startTlsServer(
  handler: RequestListener,
  certificate: Certificate = 'localhost',
  options: TlsOptions = {},
): Promise<TestServer> {
  const pair = { cert: tlsFile(`${certificate}.pem`), key: tlsFile(`${certificate}.key`) };
  return listen(createTlsServer({ ...pair, ...options }, handler), 'https://localhost');
}

/** Hands each connection to the test, which says anything it likes; for servers that break HTTP. */
export function startRawServer(onConnection: (socket: Socket) => void): Promise<TestServer> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {}); // the client hangs up on most of what these servers say
    onConnection(socket);
  });
  return listen(server, 'http://127.0.0.1');
}

async function listen(server: Server, origin: string): Promise<TestServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { url: `${origin}:${address.port}`, port: address.port, close, [Symbol.asyncDispose]: close };
}

/** A committed file of `tls/`. */
export function tlsFile(file: string): string {
  return readFileSync(new URL(`tls/${file}`, import.meta.url), 'utf8');
}
