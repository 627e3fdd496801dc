import { isPrivateHost } from './host.ts';

/**
 * Why a URL cannot be called over the network that is allowed; `undefined` where it can. What is no URL is passed over.
 *
 * @param input.carriesCredential then `http:` is only for private hosts
 */
export function networkProblem(
  text: unknown,
  input: { readonly allowPrivateNetwork: boolean; readonly carriesCredential: boolean },
): string | undefined {
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (isPrivateHost(url.hostname)) {
    return input.allowPrivateNetwork
      ? undefined
      : 'must not name a private or loopback address: set allowPrivateNetwork: true to allow it';
  }
  return url.protocol === 'http:' && input.carriesCredential
    ? 'must be https: a credential does not travel in clear text'
    : undefined;
}
