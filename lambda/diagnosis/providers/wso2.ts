import type { Provider } from './provider.ts';

const REMEDY = 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/';

/**
 * WSO2 API Manager. 900900, 900904, 900907, 900912 and 900915 to 900917 cover several causes, so their text decides.
 *
 * @see https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/
 * @see https://github.com/wso2/carbon-apimgt (APISecurityConstants.java)
 * @see https://github.com/wso2/product-apim/issues/4925 (900908)
 * @see https://github.com/wso2/docs-apim/issues/5524 (900906)
 */
export const wso2: Provider = {
  name: 'wso2',
  wrote: ({ body }) => /wso2\.org\/apimanager|status: \(9009\d\d\)|"code":\s?"?9009\d\d\b/.test(body.slice(0, 2000)),
  codesAt: /(?:^|\.)code$/,
  codes: {
    '900901': 'credential-invalid',
    '900902': 'credential-missing',
    '900903': 'credential-expired',
    '900905': 'credential-invalid',
    '900906': 'wrong-endpoint',
    '900908': 'permission-denied',
    '900909': 'feature-unavailable',
    '900910': 'scope-missing',
    '900911': 'request-rejected',
    '900913': 'credential-missing',
    '900914': 'credential-invalid',
  },
  remedies: {
    'credential-invalid': `A token for another environment or of another type is called invalid too. See ${REMEDY}`,
    'scope-missing': `Generate the token again with the scope of this resource. See ${REMEDY}`,
    'permission-denied': `Mostly the application is not subscribed to this API: subscribe it in the developer portal. See ${REMEDY}`,
    'feature-unavailable': `Look at the application's subscription in the developer portal. See ${REMEDY}`,
    'wrong-endpoint': `No resource of the API fits path and method. See ${REMEDY}`,
  },
};
