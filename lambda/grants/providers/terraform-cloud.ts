import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * HCP Terraform and Terraform Enterprise: whose token it is; a team's or an organization's speaks for a user that was
 * made for it. When a token ends stands only in lists that do not tell which one asks.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/account
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/user-tokens
 */
export const terraformCloud: GrantProvider = {
  name: 'terraform-cloud',
  aliases: ['hcp-terraform', 'terraform-enterprise'],
  answersAt: (host) => host === 'app.terraform.io',
  home: 'https://app.terraform.io',
  questions: ({ base }) => [{ url: `${base}/api/v2/account/details`, read: account }],
  implies: () => [],
};

function account(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isUser = textAt(body, 'data', 'type') === 'users' && textAt(body, 'data', 'attributes', 'username');
  const identity = isUser ? nameAt(body, 'data', 'id') : undefined;
  return reported({ life: identity && alive(answer), identity });
}
