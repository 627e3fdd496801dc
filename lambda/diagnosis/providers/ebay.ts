import type { Provider } from './provider.ts';

/**
 * eBay says "Insufficient permissions" (1100) for scopes, kinds of tokens and limited releases alike.
 *
 * @see https://developer.ebay.com/support/kb-article?KBid=5208
 * @see https://developer.ebay.com/develop/guides-v2/authorization.md
 * @see https://github.com/hendt/ebay-api/issues/105
 */
export const ebay: Provider = {
  name: 'ebay',
  hosts: ['ebay.com'],
  remedies: {
    'permission-denied':
      "Most often the token was issued without the call's scope, or as an application's token where a user has to grant one; Buy APIs need eBay's approval besides. See https://developer.ebay.com/develop/guides-v2/authorization.md",
  },
};
