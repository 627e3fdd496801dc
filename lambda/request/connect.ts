import { lookup } from 'node:dns/promises';
import { createConnection, isIP, type Socket } from 'node:net';
import { type AddressRules, vetAddress } from './addresses.ts';
import { during, type Progress } from './progress.ts';
import { secure, type TlsSettings } from './tls.ts';

/** All addresses of a host name, in the order in which to try them. Rejects as `dns.lookup` does. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string }[]>;

export const resolveHost: Resolve = (hostname) => lookup(hostname, { all: true, order: 'verbatim' });

/** No address of the host may be called. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError' as const;
}

/** What a connection is made with. */
export interface ConnectSettings {
  readonly rules: AddressRules;
  readonly resolve: Resolve;
  readonly tls: TlsSettings;
}

/**
 * Opens a fresh connection to the URL's host, for TLS verified, and goes to an address that was vetted: the name is
 * looked up once. Rejects with what went wrong, in the phase that `progress` then names.
 */
export async function connect(url: URL, settings: ConnectSettings, progress: Progress): Promise<Socket> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const addresses = await addressesOf(hostname, settings.resolve, progress);
  const allowed = allowedAddresses(addresses, port, settings.rules);
  const socket = await during(progress, 'connect', () => race(allowed, port, progress.signal));
  if (url.protocol === 'http:') return socket;
  const secured = await during(progress, 'tls', () => secure(socket, hostname, settings.tls, progress.signal));
  progress.certificateExpiresAt = secured.certificateExpiresAt;
  return secured.socket;
}

async function addressesOf(hostname: string, resolve: Resolve, progress: Progress): Promise<readonly string[]> {
  progress.phase = 'connect';
  if (isIP(hostname) !== 0) return [hostname];
  const { signal } = progress;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const found = await during(progress, 'dns', () => Promise.race([resolve(hostname), aborted]));
  return found.map(({ address }) => address);
}

function allowedAddresses(addresses: readonly string[], port: number, rules: AddressRules): readonly string[] {
  const refusals = addresses.map((address) => vetAddress(address, port, rules));
  const allowed = addresses.filter((_, at) => refusals[at] === undefined);
  const [refusal] = refusals;
  if (allowed.length === 0 && refusal !== undefined) throw new AddressRefusedError(refusal);
  return interleaved(allowed).slice(0, MAX_ADDRESSES);
}

/** Alternates the address families, beginning with that of the first, so that a family without a route costs little. */
function interleaved(addresses: readonly string[]): readonly string[] {
  const firstFamily = isIP(addresses[0] ?? '');
  const first = addresses.filter((address) => isIP(address) === firstFamily);
  const second = addresses.filter((address) => isIP(address) !== firstFamily);
  return first.flatMap((address, at) => [address, ...second.slice(at, at + 1)]).concat(second.slice(first.length));
}

const MAX_ADDRESSES = 10;

/** @see https://www.rfc-editor.org/rfc/rfc8305#section-5 (the recommended Connection Attempt Delay) */
const ATTEMPT_DELAY_MS = 250;

/**
 * The first of the addresses to accept a connection ("happy eyeballs"). Node's own `autoSelectFamily` gives up a slow
 * attempt when it starts the next one; here it stays in the race, so that a far address is not reported as dead.
 */
function race(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const running = new Set<Socket>();
    const waiting = [...addresses];
    let firstError: Error | undefined;
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      for (const socket of running) socket.destroy();
    };
    const abort = () => {
      end();
      reject(signal.reason);
    };
    const tryNext = () => {
      clearTimeout(timer);
      const host = waiting.shift();
      if (host === undefined) return;
      const socket = createConnection({ host, port, noDelay: true });
      running.add(socket);
      socket.on('error', (error) => {
        running.delete(socket);
        firstError ??= error;
        if (waiting.length > 0) tryNext();
        else if (running.size === 0) {
          end();
          reject(firstError);
        }
      });
      socket.once('connect', () => {
        running.delete(socket);
        waiting.length = 0;
        end();
        resolve(socket);
      });
      if (waiting.length > 0) timer = setTimeout(tryNext, ATTEMPT_DELAY_MS);
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    tryNext();
  });
}
