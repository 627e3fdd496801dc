import { at } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * The API server of Kubernetes, under anybody's host. Words that clients put before it, such as "Service account may
 * have been revoked", are not its own.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/errors/statuserror.go
 * @see https://github.com/kubernetes-client/java/issues/2762
 * @see https://github.com/kubernetes/minikube/issues/6686 (no providers available)
 */
export const kubernetes: Provider = {
  name: 'kubernetes',
  hosts: ['kubernetes.default.svc'],
  wrote: ({ json }) => at(json, 'kind') === 'Status' && at(json, 'apiVersion') === 'v1',
  sentences: [
    { cause: 'request-rejected', when: /\badmission webhook "[^"]{1,200}" denied the request/ },
    { cause: 'permission-denied', when: /\bis forbidden: no providers available to validate pod request/ },
  ],
  remedies: {
    'permission-denied':
      'Bind a role with this verb and resource to the user or service account: https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'request-rejected':
      'The admission webhook that the message names has a rule against this object: ask whoever runs it.',
    'credential-missing': 'The server took the call for an anonymous one: send the token of a service account.',
  },
};
