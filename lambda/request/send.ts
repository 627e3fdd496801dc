import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { type buildConnector, Client } from 'undici';
import { type ConnectSettings, connect } from './connect.ts';
import { TargetError } from './failure.ts';
import { lateAlert } from './late-alert.ts';
import { during, type Progress } from './progress.ts';
import type { Hop } from './redirects.ts';

/** The head of an answer, and its body to be read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readable;
  /** Hangs up, whether or not the body was read. */
  readonly close: () => void;
}

export const MAX_HEADER_BYTES = 32 * 1024;

/** Interim answers (1xx) before the real one: each is bounded, their number is not by HTTP. */
const MAX_INTERIM_ANSWERS = 20;

/** Sends one request on a connection of its own and waits for the head of the answer. */
export async function send(
  hop: Hop,
  headers: Readonly<Record<string, string>>,
  settings: ConnectSettings,
  progress: Progress,
): Promise<Answer> {
  progress.host = hop.url.host;
  const socket = await connect(hop.url, settings, progress);
  const judgesLate = socket instanceof TLSSocket && socket.getProtocol() === 'TLSv1.3';
  const client = new Client(hop.url.origin, {
    connect: once(socket),
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: 0, // the deadline is one for the whole request
    bodyTimeout: 0,
    allowH2: false,
  });
  const close = (reason: Error | null = null) => {
    progress.signal.removeEventListener('abort', onDeadline);
    void client.destroy(reason);
    socket.destroy();
  };
  const onDeadline = () => close(progress.signal.reason);
  progress.signal.addEventListener('abort', onDeadline, { once: true });
  let interimAnswers = 0;
  try {
    const {
      statusCode,
      headers: received,
      body,
    } = await during(progress, 'first-byte', () =>
      client.request({
        path: `${hop.url.pathname}${hop.url.search}`,
        method: hop.method,
        headers,
        ...(hop.body !== undefined && { body: hop.body }),
        reset: true,
        // What is thrown here ends the request with it, before undici does more with the answer.
        onInfo: ({ statusCode: status }) => {
          interimAnswers += 1;
          if (status < 100) throw new TargetError('protocol', `answered with status ${status}, which HTTP has not`);
          if (status === 101) throw new TargetError('protocol', 'switched protocols without being asked');
          if (interimAnswers > MAX_INTERIM_ANSWERS) {
            throw new TargetError('protocol', `sent more than ${MAX_INTERIM_ANSWERS} interim answers`);
          }
        },
      }),
    );
    body.on('error', () => {}); // it may be closed unread
    progress.phase = 'body';
    return { status: statusCode, headers: received, body, close: () => close() };
  } catch (error) {
    close();
    throw (judgesLate ? await lateAlert(error, hop.url, settings, progress) : undefined) ?? error;
  }
}

/** Gives undici the one connection that was vetted. It asks again when that breaks before the request is sent. */
function once(socket: Socket): buildConnector.connector {
  let taken = false;
  return (_, callback) => {
    const broken = taken ? Object.assign(new Error('the connection is gone'), { code: 'ECONNRESET' }) : undefined;
    taken = true;
    // Not at once: undici is still busy with the request that makes it connect.
    queueMicrotask(() => (broken === undefined ? callback(null, socket) : callback(broken, null)));
  };
}
