import { randomBytes } from 'node:crypto';
import { STORY } from './story.ts';

/** The demo's secrets: made anew for each demo, and the shop's token renewed when the story says so. */
export interface DemoSecrets {
  /** What is stored under a secret's name at a beat of the story. */
  stored(name: string, beat: number): { readonly value: string; readonly version: string } | undefined;
  readonly shopTokens: { readonly first: string; readonly renewed: string };
  readonly repositoryToken: string;
  readonly payoutKey: string;
}

export function demoSecrets(): DemoSecrets {
  const shopTokens = { first: token('shop'), renewed: token('shop') };
  const repositoryToken = token('repo');
  const payoutKey = token('payout');
  return {
    shopTokens,
    repositoryToken,
    payoutKey,
    stored: (name, beat) => {
      const renewed = beat >= STORY.shopTokenRenewed;
      const secrets = new Map([
        [
          'demo/shop',
          renewed ? { value: shopTokens.renewed, version: '2' } : { value: shopTokens.first, version: '1' },
        ],
        ['demo/repositories', { value: repositoryToken, version: '1' }],
        ['demo/payouts', { value: payoutKey, version: '1' }],
      ]);
      return secrets.get(name);
    },
  };
}

function token(prefix: string): string {
  return `${prefix}_${randomBytes(18).toString('base64url')}`;
}
