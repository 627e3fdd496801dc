/**
 * Whether each use of a provider's refresh token gives a new one and ends the old one; `undefined` where that is not
 * known, or is the customer's choice.
 */
export function rotatesAt(provider: unknown): boolean | undefined {
  return typeof provider === 'string' ? ROTATES.get(provider) : undefined;
}

const ROTATES: ReadonlyMap<string, boolean> = new Map([
  /** @see https://developer.atlassian.com/cloud/oauth/getting-started/refresh-tokens */
  ['atlassian', true],
  /** @see https://developer.box.com/guides/authentication/tokens/refresh */
  ['box', true],
  /** @see https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens */
  ['github', true],
  /** @see https://docs.gitlab.com/api/oauth2/#authorization-code-flow */
  ['gitlab', true],
  /** @see https://docs.slack.dev/authentication/using-token-rotation */
  ['slack', true],
  /** @see https://dropbox.tech/developers/using-oauth-2-0-with-offline-access */
  ['dropbox', false],
  /** @see https://developers.google.com/identity/protocols/oauth2#expiration */
  ['google', false],
]);
