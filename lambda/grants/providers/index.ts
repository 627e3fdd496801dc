import type { CredentialConfig } from '../../config/types.ts';
import type { GrantProvider } from '../provider.ts';
import { aws } from './aws.ts';
import { github } from './github.ts';
import { slack } from './slack.ts';

/** Every provider whose API tells what a credential has, one file each. */
export const GRANT_PROVIDERS: readonly GrantProvider[] = [aws, github, slack];

const byName = new Map(
  GRANT_PROVIDERS.flatMap((provider) => [provider.name, ...(provider.aliases ?? [])].map((name) => [name, provider])),
);

/** The provider that the credential names, else the one of its kind, else the one at whose host it is used. */
export function providerFor(credential: CredentialConfig, urls: readonly string[]): GrantProvider | undefined {
  const knows = ({ kind = credential.kind }: GrantProvider) => kind === credential.kind;
  if (credential.provider !== undefined)
    return [byName.get(credential.provider)].find((named) => named && knows(named));
  const ofKind = GRANT_PROVIDERS.find(({ kind }) => kind === credential.kind);
  if (ofKind) return ofKind;
  for (const url of urls) {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    const found = GRANT_PROVIDERS.find((provider) => knows(provider) && provider.answersAt(host));
    if (found) return found;
  }
  return undefined;
}
