import { choice } from '../rules.ts';
import { CLIENT_AUTH_METHODS } from '../types.ts';
import { endpoint, secret } from './base.ts';
import { scheme } from './bearer.ts';
import { parameters, setting } from './settings.ts';

/** What the kinds that ask a token endpoint have in common; that they have one is in endpoint-relations.ts. */
export const tokenEndpoint = {
  secret,
  tokenUrl: endpoint.exactOptional(),
  clientId: setting('a client id').exactOptional(),
  clientAuth: choice(CLIENT_AUTH_METHODS).exactOptional(),
  parameters: parameters('parameters').exactOptional(),
  scheme: scheme.exactOptional(),
};
