import type { Provider } from './provider.ts';

/**
 * Maven Central and Sonatype's portal.
 *
 * @see https://central.sonatype.org/blacklisted
 * @see https://central.sonatype.org/faq/429-error
 * @see https://central.sonatype.org/publish/generate-token/
 */
export const mavenCentral: Provider = {
  name: 'maven-central',
  hosts: [
    'repo1.maven.org',
    'repo.maven.apache.org',
    'oss.sonatype.org',
    's01.oss.sonatype.org',
    'central.sonatype.com',
  ],
  sentences: [
    { cause: 'ip-not-allowed', when: /violation of the central terms of service/, confidence: 'likely' },
    { cause: 'credential-invalid', when: /content access is protected by token/, confidence: 'likely' },
  ],
  remedies: {
    'ip-not-allowed': 'The address is on a temporary block list: https://central.sonatype.org/blacklisted',
    'rate-limited':
      'All that leaves by one address counts as one, such as the runners of a CI; put a proxy with a cache in front: https://central.sonatype.org/faq/429-error',
    'credential-invalid':
      'User name and password are no longer taken, a user token is: https://central.sonatype.org/publish/generate-token/',
  },
};
