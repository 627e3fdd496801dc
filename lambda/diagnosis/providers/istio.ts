import { envoy, isOfEnvoy } from './envoy.ts';
import type { Provider } from './provider.ts';

/**
 * Istio's sidecars and gateways are Envoys; its old mixer names the handler that refused.
 *
 * @see https://github.com/istio/istio/issues/4720
 */
export const istio: Provider = {
  name: 'istio',
  wrote: (reading) =>
    (reading.fields.get('server') === 'istio-envoy' && isOfEnvoy(reading)) ||
    /^PERMISSION_DENIED:[\w.-]{1,80}\.istio-system:/.test(reading.body),
  sentences: [
    ...(envoy.sentences ?? []),
    { cause: 'permission-denied', when: /^permission_denied:[\w.-]{1,80}\.istio-system:/ },
  ],
  remedies: {
    'credential-invalid': 'A RequestAuthentication says which issuers, audiences and keys the mesh takes.',
    'permission-denied':
      'An AuthorizationPolicy refuses: it names principals, namespaces, paths or addresses that may call.',
  },
};
