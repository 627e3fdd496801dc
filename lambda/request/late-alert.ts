import type { Socket } from 'node:net';
import { type ConnectSettings, connect } from './connect.ts';
import type { Progress } from './progress.ts';

/** A server that judges says so within a round trip; one that has no objection and sends no ticket says nothing. */
const MAX_WAIT_MS = 1_000;

/**
 * What a server said of the client's certificate when it hung up on the request.
 *
 * With TLS 1.3 a client has done its part of the handshake, and sends its request, before the server judges the
 * certificate. Its alert then meets a request that nobody reads, and is lost in the reset. So the handshake is done
 * once more and nothing is sent on it.
 *
 * @returns the alert as OpenSSL's error, or nothing where the server did not object
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2.4
 */
export async function lateAlert(
  error: unknown,
  url: URL,
  settings: ConnectSettings,
  progress: Progress,
): Promise<Error | undefined> {
  if (!isReset(error) || progress.signal.aborted) return undefined;
  try {
    return await objection(await connect(url, settings, { ...progress, spentMs: {} }), progress.signal);
  } catch {
    return undefined; // what went wrong the first time is the answer
  }
}

function isReset(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}

/** A server that sends a session ticket has accepted the client. */
function objection(socket: Socket, signal: AbortSignal): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const end = (error?: Error) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(error);
    };
    const onAbort = () => end();
    const timer = setTimeout(() => end(), MAX_WAIT_MS);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', end);
    for (const event of ['session', 'end', 'close']) socket.once(event, () => end());
    socket.resume();
  });
}
