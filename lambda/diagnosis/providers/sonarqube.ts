import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * SonarQube Server and Cloud, known by the one sentence for all that a user or token may not.
 *
 * @see https://github.com/bellingard/sonar-scanner-npm/issues/10
 * @see https://github.com/okorach/sonar-tools/issues/866
 */
export const sonarqube: Provider = {
  name: 'sonarqube',
  hosts: ['sonarcloud.io'],
  wrote: ({ json }) => textAt(json, 'errors', 0, 'msg') === 'Insufficient privileges',
  remedies: {
    'permission-denied':
      'A token for analysis can do nothing else: the web API takes a user token, from "My Account", "Security". In the cloud, the parameter `sonar.organization` may be missing. See https://docs.sonarsource.com/sonarqube-server/2026.1/user-guide/managing-tokens',
  },
};
