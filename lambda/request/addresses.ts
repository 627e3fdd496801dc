import ipaddr from 'ipaddr.js';

/** Which addresses a probe may call. */
export interface AddressRules {
  /** Whether loopback, private, unique-local and carrier-grade NAT addresses may be called. */
  readonly allowPrivateNetwork: boolean;
  /** `host:port` of what serves this process itself, see `runtimeEndpoints`: never called. */
  readonly runtimeEndpoints: readonly string[];
}

/**
 * The endpoints that the Lambda runtime gives its function: whoever may call them can answer other invocations.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export function runtimeEndpoints(env: NodeJS.ProcessEnv): readonly string[] {
  return [env.AWS_LAMBDA_RUNTIME_API, env.AWS_LAMBDA_METADATA_API].filter((endpoint) => endpoint !== undefined);
}

/**
 * Why an IP address may not be called, for people; nothing when it may. Sees through IPv6 forms of IPv4 addresses.
 * A host name is never judged, only what it resolves to.
 */
export function vetAddress(address: string, port: number, rules: AddressRules): string | undefined {
  const parsed = seenThrough(ipaddr.parse(address));
  const shown = parsed.toString() === address ? address : `${address} (${parsed.toString()})`;
  if (METADATA.some((network) => matches(parsed, network)))
    return `${shown} is a metadata service, which is never called`;
  const range = rangeOf(parsed);
  if (rules.runtimeEndpoints.some((endpoint) => isEndpoint(endpoint, parsed, range, port))) {
    return `${shown} port ${port} is the Lambda runtime itself, which is never called`;
  }
  if (range === 'public') return undefined;
  const privateKind = PRIVATE[range];
  if (privateKind === undefined) return `${shown} is ${NEVER[range] ?? 'a reserved address'}, which is never called`;
  return rules.allowPrivateNetwork
    ? undefined
    : `${shown} is ${privateKind} address: set allowPrivateNetwork to let the probe call it`;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Ranges of ipaddr.js that may be called on request, in words. */
const PRIVATE: Readonly<Record<string, string>> = {
  loopback: 'a loopback',
  private: 'a private',
  uniqueLocal: 'a private',
  carrierGradeNat: 'a carrier-grade NAT',
};

const NEVER: Readonly<Record<string, string>> = {
  linkLocal: 'a link-local address',
  unspecified: 'an unspecified address',
  multicast: 'a multicast address',
  broadcast: 'the broadcast address',
};

/**
 * Services that hand out credentials or speak for the host, outside of the link-local range: AWS (instance metadata,
 * DNS, time and pod identity on IPv6), Google, Alibaba, Azure.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 * @see https://docs.cloud.google.com/compute/docs/metadata/querying-metadata
 * @see https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
const METADATA = [
  '169.254.169.254/32',
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  '100.100.100.200/32',
  '168.63.129.16/32',
].map((network) => ipaddr.parseCIDR(network));

/** All that is handed out for use on the internet; everything else in IPv6 has no business in a URL. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

function rangeOf(address: Address): string {
  const range: string = address.range();
  if (range !== 'unicast') return range;
  return address.kind() === 'ipv4' || matches(address, GLOBAL_IPV6) ? 'public' : 'reserved';
}

function matches(address: Address, [network, bits]: [Address, number]): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

/** The IPv4 address that an IPv6 address carries: mapped, translated (NAT64, SIIT), 6to4 or Teredo. */
function seenThrough(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  const bytes = address.toByteArray();
  switch (address.range()) {
    case 'ipv4Mapped':
    case 'rfc6145':
      return new ipaddr.IPv4(bytes.slice(12));
    case 'rfc6052':
      // The local-use prefix may carry the address in other places: it stays what it is, reserved.
      return bytes[5] === 0 ? new ipaddr.IPv4(bytes.slice(12)) : address;
    case '6to4':
      return new ipaddr.IPv4(bytes.slice(2, 6));
    case 'teredo':
      return new ipaddr.IPv4(bytes.slice(12).map((byte) => byte ^ 0xff));
    default:
      return address;
  }
}

/** Whether the address and the port are the endpoint; a loopback endpoint is meant by any loopback address. */
function isEndpoint(endpoint: string, address: Address, range: string, port: number): boolean {
  const url = URL.canParse(`http://${endpoint}`) ? new URL(`http://${endpoint}`) : undefined;
  if (url === undefined || Number(url.port || 80) !== port) return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost') return range === 'loopback';
  if (!ipaddr.isValid(host)) return false;
  const own = seenThrough(ipaddr.parse(host));
  return rangeOf(own) === 'loopback' ? range === 'loopback' : own.toString() === address.toString();
}
