import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * SharePoint, hosted or not, whose codes are `<HRESULT>, <class>`: the number counts, as the text comes in the
 * language of the site.
 *
 * @see https://github.com/vgrem/office365-rest-python-client/issues/984 (-2147024891)
 * @see https://github.com/estruyf/gulp-spsync-creds/issues/3 (the security validation)
 * @see https://github.com/pnp/pnpframework/issues/1010 (headers)
 */
export const sharepoint: Provider = {
  name: 'sharepoint',
  hosts: ['sharepoint.com'],
  fields: ['sprequestguid', 'microsoftsharepointteamservices'],
  rule: entraSays,
  sentences: [
    { cause: 'csrf-rejected', when: /^the security validation for this page is invalid/ },
    { cause: 'permission-denied', when: /^-2147024891, system\.unauthorizedaccessexception/ },
  ],
  requestIdFields: ['sprequestguid', 'request-id'],
  remedies: {
    'csrf-rejected':
      'POST /_api/contextinfo of the same site, and send its form digest in X-RequestDigest; it lives 30 minutes: https://docs.microsoft.com/sharepoint/dev/spfx/web-parts/basics/working-with-requestdigest',
    'permission-denied': 'Give the user or the app access under "Site permissions" of this very site.',
  },
};
