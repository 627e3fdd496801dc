import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Azure DevOps, its service and its server: who is connected. A personal access token cannot ask when it ends: the
 * list of tokens is for tokens of Entra alone.
 *
 * @see https://learn.microsoft.com/javascript/api/azure-devops-extension-api/connectiondata
 * @see https://learn.microsoft.com/en-us/rest/api/azure/devops/tokens
 * @see https://github.com/microsoft/azure-pipelines-agent/issues/2565
 */
export const azureDevops: GrantProvider = {
  name: 'azure-devops',
  answersAt: (host) => host === SERVICE || host.endsWith('.visualstudio.com'),
  baseOf: ({ origin, hostname, pathname }) =>
    hostname === SERVICE ? `${origin}${/^\/[^/]+/.exec(pathname)?.[0] ?? ''}` : origin,
  questions: ({ base }) => [
    {
      url: `${base}/_apis/connectionData`,
      // Without it a refusal is a redirect to a page where people sign in.
      headers: { accept: 'application/json', 'x-tfs-fedauthredirect': 'Suppress' },
      read: connection,
      // A token for one area alone may be refused here.
      tellsLife: false,
    },
  ],
  implies: () => [],
};

const SERVICE = 'dev.azure.com';

/**
 * An organization with public projects answers anyone, and takes a token that it does not know for nobody's.
 *
 * @see https://github.com/azsk/ADOScanner/blob/master/src/AzSK.ADO/Framework/Helpers/ContextHelper.ps1
 */
function connection(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const descriptor = textAt(body, 'authenticatedUser', 'descriptor') ?? '';
  const isSomebody = /^[\w.]+(?:Claims|Service|Windows)Identity;|^[\w.]+ServicePrincipal;/.test(descriptor);
  const identity = isSomebody ? nameAt(body, 'authenticatedUser', 'id') : undefined;
  return reported({ life: identity && alive(answer), identity });
}
