import { expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { withProbe } from './build.ts';

const PRIVATE = 'must not name a private or loopback address';
const ALLOW = 'set allowPrivateNetwork: true to allow it';
const NEVER = 'must be a URL that may be called';

/** The only problem of each. */
const rejected: readonly (readonly [problem: string, config: unknown])[] = [
  ['probes[0].url must be an http or https URL, got nothing', withProbe({ url: undefined })],
  [
    'probes[0].url must be an http or https URL, got "ftp://files.example.com/"',
    withProbe({ url: 'ftp://files.example.com/' }),
  ],
  ['probes[0].url must be an http or https URL, got "/v1"', withProbe({ url: '/v1?key=1' })],
  [
    'probes[0].url must be an http or https URL, got "https://a.example/ x"',
    withProbe({ url: 'https://a.example/ x' }),
  ],
  [
    'probes[0].url must not hold a user name or a password, got "<hidden>@a.example/": use a credential of kind "basic"',
    withProbe({ url: 'https://me:hunter2@a.example/' }),
  ],
  [
    'probes[0].url must not have a fragment, got "https://a.example/": it is never sent',
    withProbe({ url: 'https://a.example/#top' }),
  ],
  [
    'probes[0].url must not hold a credential, got "https://a.example/": use one of kind "api-key" with in: "query"',
    withProbe({ url: 'https://a.example/?key=sk_live_1' }),
  ],
  [`probes[0].url ${PRIVATE}, got "http://127.0.0.1/": ${ALLOW}`, withProbe({ url: 'http://127.0.0.1/' })],
  [`probes[0].url ${PRIVATE}, got "http://2130706433/": ${ALLOW}`, withProbe({ url: 'http://2130706433/' })],
  [`probes[0].url ${PRIVATE}, got "https://10.1.2.3/": ${ALLOW}`, withProbe({ url: 'https://10.1.2.3/' })],
  [`probes[0].url ${PRIVATE}, got "http://[fd12::1]/": ${ALLOW}`, withProbe({ url: 'http://[fd12::1]/' })],
  [`probes[0].url ${PRIVATE}, got "http://api.localhost./": ${ALLOW}`, withProbe({ url: 'http://api.localhost./' })],
  [
    `probes[0].url ${NEVER}, got "http://169.254.169.254/latest/": 169.254.169.254 is a metadata service, which is never called`,
    withProbe({ url: 'http://169.254.169.254/latest/', allowPrivateNetwork: true }),
  ],
  [
    `probes[0].url ${NEVER}, got "http://[::ffff:169.254.170.2]/": ::ffff:a9fe:aa02 (169.254.170.2) is a link-local address, which is never called`,
    withProbe({ url: 'http://[::ffff:169.254.170.2]/' }),
  ],
  [
    `probes[0].url ${NEVER}, got "http://[fd00:ec2::254]/": fd00:ec2::254 is a metadata service, which is never called`,
    withProbe({ url: 'http://[fd00:ec2::254]/' }),
  ],
  [
    `probes[0].url ${NEVER}, got "http://0.0.0.0/": 0.0.0.0 is an unspecified address, which is never called`,
    withProbe({ url: 'http://0.0.0.0/' }),
  ],
  [
    'probes[0].url must be https, got "http://api.example.com": a credential does not travel in clear text',
    withProbe({ url: 'http://api.example.com', credential: 'key', allowPrivateNetwork: true }),
  ],
];

test.each(rejected)('%s', (problem, config) => {
  expect(() => parseConfig(config)).toThrow(new ConfigError([problem]));
});
