import ipaddr from 'ipaddr.js';
import { vetAddress } from '../request/addresses.ts';

/*
 * What the host of a URL tells without asking the network: a literal address is judged as it will be when it is called,
 * `localhost` is loopback, and any other name is left to what it resolves to.
 */

/** Why a host is never called, for people; `undefined` where it may be. Takes the `hostname` of a `URL`. */
export function refusalOfHost(hostname: string): string | undefined {
  return vetHost(hostname, true);
}

/** Whether a host may be called only where private networks are allowed. Takes the `hostname` of a `URL`. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  return vetHost(hostname, false) !== undefined && vetHost(hostname, true) === undefined;
}

function vetHost(hostname: string, allowPrivateNetwork: boolean): string | undefined {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(address)) return undefined;
  return vetAddress(address, 0, { allowPrivateNetwork, runtimeEndpoints: [] });
}
