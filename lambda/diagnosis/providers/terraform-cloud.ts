import type { Provider } from './provider.ts';

/**
 * HCP Terraform hides what a token may not see.
 *
 * @see https://github.com/hashicorp/terraform-provider-tfe/issues/164
 * @see https://developer.hashicorp.com/terraform/enterprise/v202507-1/users-teams-organizations/api-tokens
 */
export const terraformCloud: Provider = {
  name: 'terraform-cloud',
  hosts: ['app.terraform.io'],
  remedies: {
    'credential-invalid':
      'User, team and organisation tokens differ in what they may do: https://developer.hashicorp.com/terraform/enterprise/v202507-1/users-teams-organizations/api-tokens',
    unknown:
      '"Not found" is also the answer to a token that is missing or may not: check the token before the name. See https://developer.hashicorp.com/terraform/enterprise/v202507-1/users-teams-organizations/api-tokens',
  },
};
