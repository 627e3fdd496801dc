import type { Provider, Sentence } from './provider.ts';

const SENTENCES: readonly Sentence[] = [
  { cause: 'credential-invalid', when: /^acl token not found$/ },
  { cause: 'credential-expired', when: /^acl token expired$/ },
  {
    cause: 'request-rejected',
    when: /^job registration, dispatch, and scale are disabled by the scheduler configuration/,
  },
];

/**
 * HashiCorp Nomad, which answers in bare text.
 *
 * @see https://github.com/hashicorp/nomad/blob/main/command/agent/http.go
 * @see https://github.com/hashicorp/nomad/blob/main/nomad/structs/errors.go
 */
export const nomad: Provider = {
  name: 'nomad',
  fields: ['x-nomad-index', 'x-nomad-knownleader', 'x-nomad-lastcontact'],
  wrote: ({ content, messages, requestFields }) =>
    content === 'text' &&
    (requestFields.has('x-nomad-token') ||
      messages.some(({ plain }) => SENTENCES.some(({ when }) => when.test(plain)))),
  sentences: [...SENTENCES, { cause: 'permission-denied', when: /^permission denied$/ }],
  remedies: {
    'permission-denied': 'Add the capability to an ACL policy of the token.',
    'credential-invalid': 'Nomad does not know this token: compare it with those of this cluster.',
    'request-rejected': 'An operator has switched job registration off in the scheduler configuration.',
  },
};
