import { describe, expect, test } from 'vitest';
import { runtimeEndpoints, vetAddress } from '../../lambda/request/addresses.ts';

const vet = (address: string, allowPrivateNetwork: boolean, port = 443) =>
  vetAddress(address, port, { allowPrivateNetwork, runtimeEndpoints: [] });

describe('a public address is called', () => {
  test.each([
    '93.184.215.14',
    '8.8.8.8',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s', (address) => {
    expect(vet(address, false)).toBeUndefined();
  });
});

describe('a private address is called only if the configuration says so', () => {
  test.each([
    ['127.0.0.1', 'a loopback'],
    ['127.9.9.9', 'a loopback'],
    ['::1', 'a loopback'],
    ['10.0.0.1', 'a private'],
    ['172.16.0.1', 'a private'],
    ['192.168.1.1', 'a private'],
    ['100.64.0.1', 'a carrier-grade NAT'],
    ['fd12:3456::1', 'a private'],
    ['::ffff:10.0.0.1', 'a private'],
    ['::ffff:7f00:1', 'a loopback'],
    ['64:ff9b::a00:1', 'a private'],
    ['2002:a00:1::1', 'a private'],
    ['2001:0:808:808::f5ff:fffe', 'a private'],
  ])('%s', (address, kind) => {
    expect(vet(address, false)).toContain(`is ${kind} address: set allowPrivateNetwork`);
    expect(vet(address, true)).toBeUndefined();
  });
});

describe('some addresses are never called', () => {
  test.each([
    ['169.254.169.254', 'a metadata service'],
    ['::ffff:169.254.169.254', 'a metadata service'],
    ['::ffff:a9fe:a9fe', 'a metadata service'],
    ['64:ff9b::a9fe:a9fe', 'a metadata service'],
    ['2002:a9fe:a9fe::1', 'a metadata service'],
    ['2001:0:0:0:0:0:5601:5601', 'a metadata service'],
    ['fd00:ec2::254', 'a metadata service'],
    ['fd00:ec2::23', 'a metadata service'],
    ['fd20:ce::254', 'a metadata service'],
    ['100.100.100.200', 'a metadata service'],
    ['168.63.129.16', 'a metadata service'],
    ['169.254.170.2', 'a link-local address'],
    ['fe80::1', 'a link-local address'],
    ['0.0.0.0', 'an unspecified address'],
    ['::', 'an unspecified address'],
    ['224.0.0.1', 'a multicast address'],
    ['ff02::1', 'a multicast address'],
    ['255.255.255.255', 'the broadcast address'],
    ['240.0.0.1', 'a reserved address'],
    ['192.0.2.1', 'a reserved address'],
    ['2001:db8::1', 'a reserved address'],
    ['::7f00:1', 'a reserved address'],
    ['64:ff9b:1::a00:1', 'a reserved address'],
    ['fec0::1', 'a reserved address'],
  ])('%s', (address, kind) => {
    expect(vet(address, true)).toContain(`is ${kind}, which is never called`);
  });
});

describe('the Lambda runtime is never called', () => {
  test.each([
    ['127.0.0.1:9001', '127.0.0.1', 9001],
    ['127.0.0.1:9001', '127.0.0.2', 9001],
    ['127.0.0.1:9001', '::1', 9001],
    ['127.0.0.1:9001', '::ffff:127.0.0.1', 9001],
    ['localhost:9001', '127.0.0.1', 9001],
    ['10.1.2.3:80', '10.1.2.3', 80],
    ['[fd12::1]:80', 'fd12::1', 80],
  ])('at %s, as %s port %i', (endpoint, address, port) => {
    const rules = { allowPrivateNetwork: true, runtimeEndpoints: [endpoint] };
    expect(vetAddress(address, port, rules)).toContain('is the Lambda runtime itself, which is never called');
    expect(vetAddress(address, port + 1, rules)).toBeUndefined();
  });

  test('and its endpoints are what the environment names', () => {
    expect(runtimeEndpoints({ AWS_LAMBDA_RUNTIME_API: '127.0.0.1:9001', HOME: '/' })).toEqual(['127.0.0.1:9001']);
  });
});
