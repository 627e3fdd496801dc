import type { Provider } from './provider.ts';

/**
 * HashiCorp Consul, which answers 403 in bare text. "ACL not found" means that the token is unknown.
 *
 * @see https://github.com/hashicorp/consul/blob/main/acl/errors.go
 * @see https://github.com/hashicorp/consul/issues/14676
 * @see https://github.com/hashicorp/consul/issues/7095
 */
export const consul: Provider = {
  name: 'consul',
  wrote: ({ content, messages, requestFields }) =>
    content === 'text' &&
    (requestFields.has('x-consul-token') ||
      messages.some(({ plain }) =>
        /^(?:rpc error making call: )?(?:acl not found$|permission denied: (?:anonymous token|token with accessorid))/.test(
          plain,
        ),
      )),
  sentences: [
    { cause: 'credential-invalid', when: /(?:^|: )acl not found$/ },
    { cause: 'credential-missing', when: /permission denied: anonymous token lacks permission/ },
    { cause: 'permission-denied', when: /permission denied: token with accessorid|(?:^|: )permission denied$/ },
    { cause: 'feature-unavailable', when: /(?:^|: )acl support disabled/ },
  ],
  remedies: {
    'credential-invalid': 'Consul does not know this token: compare it with those of this cluster.',
    'credential-missing': 'Send a token in X-Consul-Token: the anonymous one has no such rule.',
    'permission-denied':
      'Add the rule to a policy of the token (consul acl policy); the message names resource and access.',
  },
};
