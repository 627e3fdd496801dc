import type { Provider } from './provider.ts';

/**
 * Infura's words about a project: its JSON-RPC codes -32002 and -32005 each stand for several causes.
 *
 * @see https://github.com/graphprotocol/indexer/issues/145
 * @see https://github.com/ensdomains/ui/issues/5
 * @see https://github.com/CirclesUBI/circles-myxogastria/issues/54
 */
export const infura: Provider = {
  name: 'infura',
  hosts: ['infura.io'],
  sentences: [
    { cause: 'credential-invalid', when: /^invalid project id$/ },
    { cause: 'credential-missing', when: /^project id is required\b/, confidence: 'likely' },
    { cause: 'permission-denied', when: /\brejected due to project id settings\b/, confidence: 'likely' },
    { cause: 'quota-exceeded', when: /\bdaily request count exceeded\b/ },
    { cause: 'rate-limited', when: /^legacy access request rate exceeded\b/ },
  ],
  remedies: {
    'credential-missing': 'The key is the last part of the path: /v3/<key>. A plan without archive data says the same.',
    'permission-denied': "The key's own allow lists refused it: origins, user agents, contract addresses, methods.",
    'rate-limited': '"Legacy access" means a call without a key: add it to the path.',
  },
};
