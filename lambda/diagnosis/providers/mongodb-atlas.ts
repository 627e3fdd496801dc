import type { Provider } from './provider.ts';

/**
 * The administration API of MongoDB Atlas: `errorCode` is its stable part. A role that a key lacks comes with 401.
 *
 * @see https://www.mongodb.com/docs/atlas/configure-api-access/
 * @see https://github.com/mongodb/terraform-provider-mongodbatlas/issues/1048
 * @see https://github.com/mongodb/terraform-provider-mongodbatlas/issues/235
 * @see https://github.com/microsoft/vscode-documentdb/issues/814
 */
export const mongodbAtlas: Provider = {
  name: 'mongodb-atlas',
  hosts: ['cloud.mongodb.com'],
  sentences: [
    { cause: 'ip-not-allowed', when: /\brequires access through (?:a whitelist|an access list) of ip ranges\b/ },
  ],
  codesAt: /^errorCode$/,
  codes: { ip_address_not_on_access_list: 'ip-not-allowed', user_unauthorized: 'permission-denied' },
  remedies: {
    'permission-denied':
      'Give the API key or the service account a role in the organisation or the project: https://www.mongodb.com/docs/atlas/configure-api-access/',
    'ip-not-allowed':
      "It is the access list of the API key or the service account, not the project's Network Access: https://www.mongodb.com/docs/atlas/configure-api-access/",
  },
};
